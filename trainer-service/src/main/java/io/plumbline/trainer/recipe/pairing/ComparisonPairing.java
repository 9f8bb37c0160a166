package io.plumbline.trainer.recipe.pairing;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes comparisons prompt by prompt: the i-th completion of a prompt in A against that in B. */
public final class ComparisonPairing {
  private ComparisonPairing() {}

  /**
   * The comparisons in the order of A's prompts, and how many completions of either side have no
   * counterpart.
   */
  public record Result(List<Comparison> comparisons, long unmatched) {}

  public static Result pair(List<ScoredCompletion> a, List<ScoredCompletion> b) {
    Map<String, List<ScoredCompletion>> other = PromptGroups.of(b);
    List<Comparison> comparisons = new ArrayList<>();
    PromptGroups.of(a)
        .forEach(
            (prompt, left) -> {
              List<ScoredCompletion> right = other.getOrDefault(prompt, List.of());
              for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                comparisons.add(
                    Comparison.newBuilder()
                        .setId(prompt + "/" + (i + 1))
                        .setPrompt(left.get(i).getCompletion().getPrompt())
                        .setA(left.get(i).getCompletion())
                        .setB(right.get(i).getCompletion())
                        .build());
              }
            });
    long unmatched = a.size() + b.size() - 2L * comparisons.size();
    return new Result(List.copyOf(comparisons), unmatched);
  }
}
