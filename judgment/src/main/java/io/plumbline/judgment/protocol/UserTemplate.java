package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reader.VerdictReader;
import io.plumbline.judgment.reader.VerdictReaders;
import io.plumbline.judgment.template.Template;
import java.util.Set;
import java.util.TreeSet;

/** Pairwise protocols from templates that a user brings. */
public final class UserTemplate {
  private static final int LETTER_TOKENS = 16;
  private static final int TEXT_TOKENS = 2048;

  private UserTemplate() {}

  /**
   * Asks in both orders with the template. The labels' log-probabilities can decide where the
   * answer is one letter ({@code letter}: A, B, C for a tie; {@code alpaca-eval}: m, M); with other
   * readers the text does.
   *
   * @param reader one of {@link VerdictReaders#names}
   * @throws IllegalArgumentException if there is no such reader, or the template does not show both
   *     answers
   */
  public static PairwiseProtocol create(Template template, String reader, VerdictSource source) {
    VerdictReader known =
        VerdictReaders.named(reader)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "reader '" + reader + "' is none of " + VerdictReaders.names()));
    requireBothAnswers(template);
    boolean letter = reader.equals("letter") || reader.equals("alpaca-eval");
    return new BothOrdersProtocol(
        new PairwiseForm(
            template,
            reader.equals("alpaca-eval") ? new Labels("m", "M") : new Labels("A", "B", "C"),
            known,
            letter ? source : VerdictSource.TEXT,
            letter ? LETTER_TOKENS : TEXT_TOKENS));
  }

  private static void requireBothAnswers(Template template) {
    Set<String> names = new TreeSet<>(template.placeholders());
    if (names.stream().noneMatch(PairwiseValues::isFirst)
        || names.stream().noneMatch(PairwiseValues::isSecond)) {
      throw new IllegalArgumentException(
          "the template shows "
              + names
              + ", not both answers; their names are "
              + PairwiseValues.FIRST
              + " and "
              + PairwiseValues.SECOND);
    }
  }
}
