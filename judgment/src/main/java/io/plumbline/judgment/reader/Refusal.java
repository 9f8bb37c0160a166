package io.plumbline.judgment.reader;

import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a judge that declined from one that rambled; asked only when no verdict was found. */
public final class Refusal {
  private static final int OPENING = 160;
  private static final List<String> STOP_REASONS =
      List.of("content_filter", "content management policy", "refusal", "safety");
  private static final List<String> OPENINGS =
      List.of(
          "i'm sorry",
          "i’m sorry",
          "i am sorry",
          "sorry, but",
          "i apologize",
          "i cannot",
          "i can't",
          "i can’t",
          "i won't",
          "i am unable",
          "i'm unable",
          "i’m unable",
          "i'm not able",
          "i must decline",
          "as an ai");

  private Refusal() {}

  /** REFUSED, where the text is a refusal. */
  public static Optional<Reading> in(JudgeText text) {
    String stopReason = text.stopReason().toLowerCase(Locale.ROOT);
    if (STOP_REASONS.contains(stopReason)) {
      return Optional.of(new Reading.None(VerdictState.REFUSED, "stopped by " + stopReason));
    }
    String stripped = text.text().strip();
    String opening =
        stripped.substring(0, Math.min(OPENING, stripped.length())).toLowerCase(Locale.ROOT);
    return OPENINGS.stream()
        .filter(opening::startsWith)
        .findFirst()
        .map(phrase -> new Reading.None(VerdictState.REFUSED, "begins with '" + phrase + "'"));
  }
}
