package io.plumbline.judgment.audit;

import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Optional;

/**
 * The preference for a position: the first-shown completion's mean score over both orders minus one
 * half, in [−0.5, 0.5] (0.5: always the first). With a trusted judgment, the accuracy of the first
 * order alone, that of both orders' mean, which is the calibration by permutation for two labels,
 * and what the calibration gains. A judge that cannot see the order is undecided throughout.
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
            "accuracy in one order", (pair, verdicts) -> accuracy(pair, one(verdicts.get(0)))),
        new Measure(
            "accuracy over both orders", (pair, verdicts) -> accuracy(pair, both(verdicts.get(0)))),
        new Measure(
            "gain by permutation",
            (pair, verdicts) ->
                accuracy(pair, both(verdicts.get(0))) - accuracy(pair, one(verdicts.get(0)))));
  }

  private static double one(Verdict verdict) {
    return verdict.reverse().isEmpty() ? Double.NaN : score(verdict.forward());
  }

  private static double both(Verdict verdict) {
    return verdict.reverse().isEmpty()
        ? Double.NaN
        : (score(verdict.forward()) + score(verdict.reverse().get())) / 2;
  }

  // In the reverse order the comparison's second completion was shown first.
  private static double firstShown(Verdict verdict) {
    return verdict.reverse().isEmpty()
        ? Double.NaN
        : (score(verdict.forward()) + 1 - score(verdict.reverse().get())) / 2;
  }

  private static double consistent(Verdict verdict) {
    Optional<Winner> forward = verdict.forward().winner();
    Optional<Winner> reverse = verdict.reverse().flatMap(OrderVerdict::winner);
    return forward.isEmpty() || reverse.isEmpty() ? Double.NaN : forward.equals(reverse) ? 1 : 0;
  }

  private static double accuracy(AuditPair pair, double score) {
    return pair.gold().isEmpty() ? Double.NaN : Scores.agreement(score, pair.gold().getAsDouble());
  }

  private static double score(OrderVerdict order) {
    return order.probability().orElse(order.winner().map(Winner::score).orElse(Double.NaN));
  }
}
