package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.Arrays;
import java.util.List;

/**
 * What the tuning cost.
 *
 * @param tokensBase mean length of a base story
 * @param tokensControl the same under another seed
 * @param tokensTuned mean length of a tuned story
 * @param fluencyBase mean log-probability per token that the base model gives its own stories; 0 is
 *     certain
 * @param fluencyTuned the same of the tuned model's stories, under the base model
 * @param klPerStory KL(tuned ‖ base) in nats per story, estimated as the mean over tuned stories of
 *     log p_tuned − log p_base, clustered by opening
 * @param klPerToken the same per token
 */
public record Cost(
    double tokensBase,
    double tokensControl,
    double tokensTuned,
    double fluencyBase,
    double fluencyTuned,
    Estimate klPerStory,
    double klPerToken) {

  static Cost of(DemoResults results) {
    double[] underBase = Stories.logProbabilities(results.tunedUnderBase());
    double[] underTuned = Stories.logProbabilities(results.tunedUnderTuned());
    if (underBase.length != underTuned.length) {
      throw new IllegalArgumentException(
          underBase.length
              + " tuned stories were measured under the base model, "
              + underTuned.length
              + " under the tuned one; must be the same stories");
    }
    double[] ratios = new double[underBase.length];
    Arrays.setAll(ratios, story -> underTuned[story] - underBase[story]);
    return new Cost(
        mean(Stories.tokens(results.baseStories())),
        mean(Stories.tokens(results.controlStories())),
        mean(Stories.tokens(results.tunedStories())),
        perToken(Stories.logProbabilities(results.baseUnderBase()), results.baseUnderBase()),
        perToken(underBase, results.tunedUnderBase()),
        Estimate.clustered(ratios, Stories.openings(results.tunedUnderBase())),
        perToken(ratios, results.tunedUnderBase()));
  }

  private static double perToken(double[] sums, List<ScoredCompletion> stories) {
    return Arrays.stream(sums).sum() / Arrays.stream(Stories.tokens(stories)).sum();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
