package io.plumbline.judgment.audit;

import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.List;

/**
 * Self-preference as the DBG score: the mean score that a judge gives its own answers minus the
 * mean score of gold judgments of the same answers, both in [0, 1], so that being better is not
 * taken for bias. Source: Chen et al. 2025, "Beyond the Surface: Measuring Self-Preference in LLM
 * Judgments"; METHODS 2.
 *
 * @param interval of the DBG score, in [−1, 1]
 */
public record SelfPreference(int answers, double judgeMean, double goldMean, Interval interval) {

  /**
   * One own answer.
   *
   * @param judge the judge's score, such as its probability of the own answer being better
   * @param gold the gold judgment's score on the same scale
   */
  public record Answer(String cluster, double judge, double gold) {}

  /**
   * @param answers at least one, scores finite
   * @param level of the interval, in (0, 1)
   */
  public static SelfPreference of(List<Answer> answers, double level) {
    Clusters clusters = Clusters.of(answers.stream().map(Answer::cluster).toList());
    double[] judge = answers.stream().mapToDouble(Answer::judge).toArray();
    double[] gold = answers.stream().mapToDouble(Answer::gold).toArray();
    double[] differences =
        answers.stream().mapToDouble(answer -> answer.judge() - answer.gold()).toArray();
    return new SelfPreference(
        answers.size(),
        ClusteredMean.of(judge, clusters).mean(),
        ClusteredMean.of(gold, clusters).mean(),
        ClusteredMean.of(differences, clusters).interval(level));
  }
}
