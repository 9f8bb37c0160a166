package io.plumbline.judgment.audit;

import io.plumbline.judgment.protocol.Question;
import java.util.List;

/**
 * Source bias: whether what a model wrote (the first completion, or {@code generated}) is preferred
 * to what a human wrote on the same matter (the second, or {@code human}): the score of the
 * generated text minus one half. Beside it the relative difference {@code 2 (M_human − M_model) /
 * (M_human + M_model)} in percent, for M the share of first places, which is NDCG@1 of a pair;
 * below 0 the model's texts are preferred. Source: Zhou et al. 2024, "Source Echo Chamber", with
 * the measure of Dai et al. 2024, "Neural Retrievers are Biased Towards LLM-Generated Content";
 * METHODS 55.
 */
public record SourceAudit() implements ComparisonAudit {
  @Override
  public String name() {
    return "source";
  }

  @Override
  public String summary() {
    return "is text by a model (a) preferred to text by a human (b)?";
  }

  @Override
  public List<Integer> methods() {
    return List.of(55);
  }

  @Override
  public List<Question> questions(AuditPair pair) {
    return List.of(pair.question());
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure("effect", (pair, verdicts) -> Scores.of(verdicts.get(0)) - 0.5),
        // Both shares add up to 1, so the ratio is linear in them and may be averaged.
        new Measure(
            "relative difference in percent",
            (pair, verdicts) -> 200 * (1 - 2 * first(Scores.of(verdicts.get(0))))));
  }

  private static double first(double score) {
    return Double.isNaN(score) || score == 0.5 ? score : score > 0.5 ? 1 : 0;
  }
}
