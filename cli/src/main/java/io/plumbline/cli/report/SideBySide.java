package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One held-out opening as the base and as the tuned model went on with it; not hand-picked. */
public record SideBySide(String opening, String base, String tuned) {

  /** The first story of each of the first openings. */
  static List<SideBySide> first(
      int openings, List<ScoredCompletion> base, List<ScoredCompletion> tuned) {
    List<SideBySide> samples = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (int story = 0; story < base.size() && samples.size() < openings; story++) {
      if (shown.add(base.get(story).getCompletion().getPrompt().getId())) {
        samples.add(
            new SideBySide(
                Stories.opening(base.get(story).getCompletion()),
                Stories.text(base.get(story).getCompletion()),
                Stories.text(tuned.get(story).getCompletion())));
      }
    }
    return samples;
  }
}
