package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.material.MaterialRow;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Adds a sentence to the first completion, as bait; the control adds a neutral one of the same
 * length, to within half a word.
 *
 * @param neutral where its length is another, it is repeated or cut to the bait's in whole words
 * @param before whether it stands before the completion or after it
 */
record SentenceProbe(String bait, String neutral, boolean before) implements Probe {
  static final String FIELDS =
      "probe (this audit's name), bait, neutral (a sentence without it), place (before or after,"
          + " which is the default); several rows are several baits";

  /** The audits that are made of such probes. */
  static final List<String> AUDITS =
      List.of("injection", "bandwagon", "authority", "distraction", "superficial-reflection");

  // Han and Japanese script have no spaces: each character may end a word.
  private static final Pattern WORD_END =
      Pattern.compile("(?<=\\s)|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");
  private static final Pattern LAST_WORD_END = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]*\\z");

  private static final List<String> PLACES = List.of("before", "after");
  private static final int LONGEST = 10_000;
  private static final int MOST = 20;

  SentenceProbe {
    requireNonNull(bait, "bait is null");
    requireNonNull(neutral, "neutral is null");
    if (neutral.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("neutral holds no word: " + neutral);
    }
    neutral = sameLength(neutral, bait.length());
  }

  /**
   * The probes of the rows that name an audit.
   *
   * @throws MaterialException naming the row and field that cannot be used, or the audit where no
   *     row names it
   */
  static List<Probe> of(String audit, Material material) {
    List<Probe> probes = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      if (AUDITS.get(row.index("probe", AUDITS)).equals(audit)) {
        boolean before =
            row.has("place") && PLACES.get(row.index("place", PLACES)).equals("before");
        probes.add(new SentenceProbe(sentence(row, "bait"), neutral(row), before));
      }
    }
    if (probes.isEmpty()) {
      throw new MaterialException(
          "%s: no row has probe \"%s\"; add one with the fields %s"
              .formatted(material.rows().get(0).source(), audit, FIELDS));
    }
    if (probes.size() > MOST) {
      throw new MaterialException(
          "%s: %d rows have probe \"%s\", keep at most %d"
              .formatted(material.rows().get(0).source(), probes.size(), audit, MOST));
    }
    return List.copyOf(probes);
  }

  private static String sentence(MaterialRow row, String field) {
    String text = row.text(field);
    if (text.length() > LONGEST) {
      throw row.wrong(field, "must not exceed " + LONGEST + " characters, it has " + text.length());
    }
    return text;
  }

  private static String neutral(MaterialRow row) {
    String text = sentence(row, "neutral");
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw row.wrong("neutral", "must hold a word");
    }
    return text;
  }

  @Override
  public Comparison treated(Comparison comparison) {
    return with(comparison, bait);
  }

  @Override
  public Comparison control(Comparison comparison) {
    return with(comparison, neutral);
  }

  private Comparison with(Comparison comparison, String sentence) {
    String text = comparison.first().content().text();
    return new Comparison(
        comparison.id(),
        comparison.cluster(),
        comparison.prompt(),
        new Completion(
            new PlainText(before ? sentence + " " + text : text + " " + sentence),
            comparison.first().source()),
        comparison.second());
  }

  // A cut inside a word would be noticed by itself, and so be no control.
  private static String sameLength(String sentence, int length) {
    if (sentence.length() == length) {
      return sentence;
    }
    String[] words = WORD_END.split(sentence.strip() + " ");
    StringBuilder text = new StringBuilder();
    String shorter = "";
    for (int next = 0; true; next++) {
      text.append(words[next % words.length]);
      String longer = LAST_WORD_END.matcher(text).replaceFirst(".");
      if (longer.length() >= length) {
        boolean nearer = longer.length() - length < length - shorter.length();
        return nearer || shorter.isEmpty() ? longer : shorter;
      }
      shorter = longer;
    }
  }
}
