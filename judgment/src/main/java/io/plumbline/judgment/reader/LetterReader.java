package io.plumbline.judgment.reader;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label alone, such as {@code A}, {@code (B)}, {@code **A**.} or {@code Answer: B}; more words
 * than that are no verdict. The labels are case-sensitive (AlpacaEval's are {@code m} and {@code
 * M}).
 */
public final class LetterReader implements VerdictReader {
  private static final String LABEL = "\\p{Alnum}{1,8}";
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:(?:the )?(?:final )?(?:answer|verdict|choice|winner)(?: is)?:?\\s{0,2})?"
              + "(?:(?<plain>LABEL)|\\((?<round>LABEL)\\)|\\[(?<square>LABEL)\\]"
                  .replace("LABEL", LABEL)
              + "|\\*\\*(?<bold>LABEL)\\*\\*|\"(?<quoted>LABEL)\")[.!]?".replace("LABEL", LABEL),
          Pattern.CASE_INSENSITIVE);
  private static final List<String> GROUPS = List.of("plain", "round", "square", "bold", "quoted");

  private final String first;
  private final String second;
  private final String tie;

  /**
   * @param tie the label of a tie; empty where the judge cannot call one
   */
  public LetterReader(String first, String second, String tie) {
    this.first = requireNonNull(first, "first is null");
    this.second = requireNonNull(second, "second is null");
    this.tie = requireNonNull(tie, "tie is null");
  }

  @Override
  public Reading read(JudgeText text) {
    Matcher matcher = ALONE.matcher(text.text().strip());
    if (matcher.matches()) {
      String label =
          GROUPS.stream().map(matcher::group).filter(Objects::nonNull).findFirst().orElseThrow();
      if (label.equals(first)) {
        return Reading.choice(Winner.FIRST);
      }
      if (label.equals(second)) {
        return Reading.choice(Winner.SECOND);
      }
      if (!tie.isEmpty() && label.equals(tie)) {
        return Reading.choice(Winner.TIE);
      }
    }
    return Refusal.in(text)
        .orElse(Reading.unparseable("not one of the labels " + first + ", " + second + " alone"));
  }
}
