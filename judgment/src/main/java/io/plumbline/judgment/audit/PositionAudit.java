package io.plumbline.judgment.audit;

import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Optional;

/**
 * The preference for a position: the first-shown completion's mean score over both orders minus one
 * half, in [−0.5, 0.5] (0.5: always the first). With a trusted judgment, the accuracy where the
 * better completion is shown first, and where it is shown second, which are the accuracies of
 * position_a and position_b of Wang et al. 2025, "Assessing Judging Bias in Large Reasoning Models"
 * (METHODS 9); their mean, which is what one order alone is right in; the accuracy of both orders'
 * mean, which is the calibration by permutation for two labels; and what that gains. A score of one
 * half is right by half, as a coin is. A judge that cannot see the order is undecided throughout.
 */
public record PositionAudit() implements ComparisonAudit {
  @Override
  public String name() {
    return "position";
  }

  @Override
  public String summary() {
    return "is the first or the second place preferred?";
  }

  @Override
  public List<Integer> methods() {
    return List.of(9, 10);
  }

  @Override
  public List<Question> questions(AuditPair pair) {
    return List.of(pair.question());
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure("effect", (pair, verdicts) -> firstShown(verdicts.get(0)) - 0.5),
        new Measure("consistency", (pair, verdicts) -> consistent(verdicts.get(0))),
        new Measure(
            "accuracy, better one first", (pair, verdicts) -> shownAt(pair, verdicts.get(0), true)),
        new Measure(
            "accuracy, better one second",
            (pair, verdicts) -> shownAt(pair, verdicts.get(0), false)),
        new Measure("accuracy in one order", (pair, verdicts) -> one(pair, verdicts.get(0))),
        new Measure("accuracy over both orders", (pair, verdicts) -> both(pair, verdicts.get(0))),
        new Measure(
            "gain by permutation",
            (pair, verdicts) -> both(pair, verdicts.get(0)) - one(pair, verdicts.get(0))));
  }

  // In the reverse order the comparison's second completion was shown first.
  private static double firstShown(Verdict verdict) {
    return (forward(verdict) + 1 - reverse(verdict)) / 2;
  }

  private static double shownAt(AuditPair pair, Verdict verdict, boolean betterFirst) {
    boolean firstIsBetter = pair.gold().orElse(0.5) > 0.5;
    double judged = firstIsBetter == betterFirst ? forward(verdict) : reverse(verdict);
    // Units without the other order count nowhere, so that both places are measured on the same.
    return Double.isNaN(one(pair, verdict)) ? Double.NaN : accuracy(pair, judged);
  }

  private static double one(AuditPair pair, Verdict verdict) {
    return (accuracy(pair, forward(verdict)) + accuracy(pair, reverse(verdict))) / 2;
  }

  private static double both(AuditPair pair, Verdict verdict) {
    return accuracy(pair, (forward(verdict) + reverse(verdict)) / 2);
  }

  private static double forward(Verdict verdict) {
    return verdict.reverse().isEmpty() ? Double.NaN : score(verdict.forward());
  }

  private static double reverse(Verdict verdict) {
    return verdict.reverse().map(PositionAudit::score).orElse(Double.NaN);
  }

  private static double consistent(Verdict verdict) {
    Optional<Winner> forward = verdict.forward().winner();
    Optional<Winner> reverse = verdict.reverse().flatMap(OrderVerdict::winner);
    return forward.isEmpty() || reverse.isEmpty() ? Double.NaN : forward.equals(reverse) ? 1 : 0;
  }

  private static double accuracy(AuditPair pair, double score) {
    double agreement = Scores.agreement(score, pair.gold().orElse(Double.NaN));
    return score == 0.5 && !Double.isNaN(agreement) ? 0.5 : agreement;
  }

  private static double score(OrderVerdict order) {
    return order.probability().orElse(order.winner().map(Winner::score).orElse(Double.NaN));
  }
}
