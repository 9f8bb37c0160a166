package io.plumbline.judgment.synthesis;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;

/**
 * What was written for one prompt.
 *
 * @param state OK where there is a pair; INCONSISTENT where no draft was found better than another;
 *     else why texts or verdicts could not be had
 * @param drafts in the order in which they were written
 * @param pairs empty unless the state is OK
 * @param best place of the best draft; -1 where there is none
 * @param detail why there is no pair, or why it ended early; else empty
 */
public record Synthesis(
    VerdictState state, List<Draft> drafts, List<MadePair> pairs, int best, String detail) {
  public Synthesis {
    requireNonNull(state, "state is null");
    drafts = List.copyOf(drafts);
    pairs = List.copyOf(pairs);
    requireNonNull(detail, "detail is null");
    if (pairs.isEmpty() == (state == VerdictState.OK)) {
      throw new IllegalArgumentException("state " + state + " with " + pairs.size() + " pairs");
    }
  }
}
