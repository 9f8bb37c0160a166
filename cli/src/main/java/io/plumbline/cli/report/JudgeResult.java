package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.Interval;
import io.plumbline.api.v1alpha1.JudgeSummary;
import io.plumbline.api.v1alpha1.WinRate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often A wins against B by one judge.
 *
 * @param judge name of the judge
 * @param judgedBy the model that judged; for null judges what they look at
 * @param note what the reader must know of this judge
 * @param comparisons verdicts that count
 * @param winRate null when no verdict counts; a tie counts one half
 * @param symmetricByConstruction null for null judges
 * @param inconsistentShare null where the judge cannot see the order
 * @param states number of verdicts by state
 */
public record JudgeResult(
    String judge,
    String judgedBy,
    String note,
    long comparisons,
    Estimate winRate,
    Boolean symmetricByConstruction,
    Double inconsistentShare,
    Map<String, Long> states) {

  static List<JudgeResult> judges(Evaluation evaluation) {
    return evaluation.getSummariesList().stream().map(JudgeResult::of).toList();
  }

  static List<JudgeResult> nullJudges(Evaluation evaluation) {
    return evaluation.getNullJudgesList().stream()
        .map(
            rate ->
                new JudgeResult(
                    rate.getJudge(),
                    "null judge",
                    "does not read the texts",
                    rate.getComparisons(),
                    estimate(rate),
                    null,
                    null,
                    Map.of()))
        .toList();
  }

  private static JudgeResult of(JudgeSummary summary) {
    return new JudgeResult(
        summary.getJudge().getName(),
        summary.getJudge().getModel(),
        summary.getJudge().getNote(),
        summary.getWinRate().getComparisons(),
        estimate(summary.getWinRate()),
        summary.getSymmetricByConstruction(),
        summary.hasInconsistentShare() && !summary.getSymmetricByConstruction()
            ? summary.getInconsistentShare()
            : null,
        new TreeMap<>(summary.getStatesMap()));
  }

  private static Estimate estimate(WinRate rate) {
    if (!rate.hasWinRate()) {
      return null;
    }
    Interval interval = rate.getInterval();
    return new Estimate(
        rate.getWinRate(), interval.getLow(), interval.getHigh(), interval.getLevel());
  }
}
