package io.plumbline.objectives.pair;

/** −s_w: raises the score of the chosen completion, whatever the rejected one's. */
public record ChosenScoreLoss() implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    return new PairTerm(-pair.chosen(), -1, 0);
  }

  @Override
  public double rewardScale() {
    return 1;
  }
}
