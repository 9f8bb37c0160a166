package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.Jury;
import io.plumbline.judgment.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a protocol several times and takes the majority: self-consistency (Wang et al. 2023), which
 * needs a sampling temperature above 0.
 */
public final class Repeated implements PairwiseProtocol {
  private final PairwiseProtocol protocol;
  private final int samples;

  /**
   * @param samples at least 1, odd so that two winners cannot draw
   */
  public Repeated(PairwiseProtocol protocol, int samples) {
    this.protocol = requireNonNull(protocol, "protocol is null");
    if (samples < 1 || samples % 2 == 0) {
      throw new IllegalArgumentException("samples is " + samples + ", must be odd");
    }
    this.samples = samples;
  }

  @Override
  public Step<Verdict> begin(Question question) {
    List<Step<Verdict>> steps = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      steps.add(protocol.begin(question));
    }
    return Steps.together(steps, Jury::ofSamples);
  }

  @Override
  public List<String> templates() {
    return protocol.templates();
  }

  @Override
  public boolean showsMedia() {
    return protocol.showsMedia();
  }
}
