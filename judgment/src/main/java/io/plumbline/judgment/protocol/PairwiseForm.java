package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reader.VerdictReader;
import io.plumbline.judgment.template.Template;

/**
 * How a pairwise question is put and its answer read.
 *
 * @param maximumTokens of the answer
 */
public record PairwiseForm(
    Template template,
    Labels labels,
    VerdictReader reader,
    VerdictSource source,
    int maximumTokens) {
  public PairwiseForm {
    requireNonNull(template, "template is null");
    requireNonNull(labels, "labels is null");
    requireNonNull(reader, "reader is null");
    requireNonNull(source, "source is null");
    if (maximumTokens < 1) {
      throw new IllegalArgumentException("maximumTokens is " + maximumTokens + ", below 1");
    }
  }
}
