package io.plumbline.objectives.score;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import java.util.Map;
import java.util.Set;

/** Scores that a reward head or a ranker gives, one per sequence: the {@code scores} channel. */
public record HeadScores() implements ScoreSource {
  @Override
  public Set<Channel> differentiable() {
    return Set.of(Channel.SCORES);
  }

  @Override
  public Set<Channel> constants() {
    return Set.of();
  }

  @Override
  public Scores scores(Batch batch) {
    double[] scores = batch.values(Channel.SCORES);
    return new Scores(scores, scores, new double[0]);
  }

  @Override
  public Map<Channel, double[]> gradients(Batch batch, double[] slopes) {
    return Map.of(Channel.SCORES, slopes);
  }
}
