package io.plumbline.judgment.verdict;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A text that a verdict rests on.
 *
 * @param stage what was asked for, such as {@code critique}; {@link #VERDICT} for what a sample or
 *     a juror answered at last
 * @param order that the completions were shown in; empty for a text about the request or about one
 *     completion
 * @param sample from 1; 0 where the judge was asked once
 * @param juror the juror's name; empty without a jury
 * @param fromTools whether tools or lookups returned it, else the judge wrote it
 */
public record TranscriptEntry(
    String stage,
    Optional<ShownOrder> order,
    int sample,
    String juror,
    boolean fromTools,
    String text) {
  /** The stage of the answer that holds the verdict. */
  public static final String VERDICT = "verdict";

  public TranscriptEntry {
    requireNonNull(stage, "stage is null");
    requireNonNull(order, "order is null");
    requireNonNull(juror, "juror is null");
    requireNonNull(text, "text is null");
  }

  /** The judge's own words, for completions in one order. */
  public static TranscriptEntry written(String stage, ShownOrder order, String text) {
    return new TranscriptEntry(stage, Optional.of(order), 0, "", false, text);
  }

  /** The judge's own words about the request or about one completion. */
  public static TranscriptEntry written(String stage, String text) {
    return new TranscriptEntry(stage, Optional.empty(), 0, "", false, text);
  }

  /** The same text as what tools returned. */
  public TranscriptEntry byTools() {
    return new TranscriptEntry(stage, order, sample, juror, true, text);
  }

  TranscriptEntry ofSample(int number) {
    return new TranscriptEntry(stage, order, number, juror, fromTools, text);
  }

  TranscriptEntry ofJuror(String name) {
    return new TranscriptEntry(stage, order, sample, name, fromTools, text);
  }

  TranscriptEntry saying(String other) {
    return new TranscriptEntry(stage, order, sample, juror, fromTools, other);
  }
}
