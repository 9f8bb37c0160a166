package io.plumbline.cli.report;

import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.List;

/**
 * Everything that the services answered, from which the report is made.
 *
 * @param principle what the stories should be about
 * @param beta the β of the objective that tuned the model
 * @param trainingStories the base model's stories for the training openings
 * @param baseStories the base model's stories for the held-out openings
 * @param controlStories the same model's stories under another seed
 * @param tunedStories the tuned model's stories
 * @param baseUnderBase {@code baseStories} with their log-probability under the base model
 * @param tunedUnderBase {@code tunedStories} with their log-probability under the base model
 * @param tunedUnderTuned {@code tunedStories} with their log-probability under the tuned model
 * @param tunedAgainstBase A is the tuned model, B the base
 * @param controlAgainstBase A is the base under another seed, B the base
 * @param training the metrics of every training step, in order
 * @param pairs preference pairs trained on
 * @param head the reward head, with how it was measured
 * @param seconds wall-clock time of the loop
 */
public record DemoResults(
    String principle,
    double beta,
    List<ScoredCompletion> trainingStories,
    List<ScoredCompletion> baseStories,
    List<ScoredCompletion> controlStories,
    List<ScoredCompletion> tunedStories,
    List<ScoredCompletion> baseUnderBase,
    List<ScoredCompletion> tunedUnderBase,
    List<ScoredCompletion> tunedUnderTuned,
    Evaluation tunedAgainstBase,
    Evaluation controlAgainstBase,
    List<Metrics> training,
    long pairs,
    RewardModel head,
    double seconds) {}
