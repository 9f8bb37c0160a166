package io.plumbline.judgment.survey;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.VerdictSource;

/**
 * How a survey is taken.
 *
 * @param source what of a model's answer decides
 * @param samples how often a question is asked where the survey repeats questions, 1 to 100; more
 *     than one says something only at a sampling temperature above 0
 * @param level of the intervals, in (0, 1)
 */
public record SurveySettings(VerdictSource source, int samples, double level) {
  public static final SurveySettings DEFAULT =
      new SurveySettings(VerdictSource.PROBABILITIES_OR_TEXT, 1, 0.95);

  public SurveySettings {
    requireNonNull(source, "source is null");
    if (samples < 1 || samples > 100) {
      throw new IllegalArgumentException("samples is " + samples + ", not in [1, 100]");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", not in (0, 1)");
    }
  }
}
