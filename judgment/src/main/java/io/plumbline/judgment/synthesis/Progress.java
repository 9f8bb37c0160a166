package io.plumbline.judgment.synthesis;

import io.plumbline.judgment.protocol.Written;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a synthesis has so far.
 *
 * @param lost place of the draft that lost last; -1 where none did
 * @param problem why there may be no pair
 */
record Progress(
    List<Draft> drafts,
    List<MadePair> pairs,
    int best,
    int lost,
    VerdictState problem,
    String detail) {
  static final Progress NONE =
      new Progress(List.of(), List.of(), -1, -1, VerdictState.INCONSISTENT, "");

  Progress {
    drafts = List.copyOf(drafts);
    pairs = List.copyOf(pairs);
  }

  /** One more draft; the first one is the best so far. */
  Progress with(Draft draft) {
    List<Draft> more = new ArrayList<>(drafts);
    more.add(draft);
    return new Progress(more, pairs, Math.max(best, 0), lost, problem, detail);
  }

  Progress preferred(int round, int chosen, int rejected, OptionalDouble probability) {
    List<MadePair> more = new ArrayList<>(pairs);
    more.add(new MadePair(round, chosen, rejected, probability));
    return new Progress(drafts, more, chosen, rejected, problem, "");
  }

  /** Nothing was decided, and why. */
  Progress undecided(VerdictState why, String reason) {
    return new Progress(drafts, pairs, best, lost, why, reason);
  }

  /** A text could not be had. */
  Progress without(Written missing) {
    return undecided(missing.state(), missing.detail());
  }

  Draft bestDraft() {
    return drafts.get(best);
  }

  int newest() {
    return drafts.size() - 1;
  }

  Turn done() {
    return new Turn.Done(
        new Synthesis(pairs.isEmpty() ? problem : VerdictState.OK, drafts, pairs, best, detail));
  }
}
