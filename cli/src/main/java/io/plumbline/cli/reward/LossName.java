package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.RewardLoss;
import java.util.Locale;

/** What a head is trained with. */
enum LossName {
  /** −log σ(r_c − r_r). */
  BRADLEY_TERRY(RewardLoss.REWARD_LOSS_BRADLEY_TERRY),
  /** −log σ(r_c − r_r − margin). */
  MARGIN(RewardLoss.REWARD_LOSS_MARGIN),
  /** −margin log σ(r_c − r_r). */
  SCALED(RewardLoss.REWARD_LOSS_SCALED),
  /** Bradley-Terry, and the reward itself up for chosen and down for rejected. */
  DIRECT_REWARD(RewardLoss.REWARD_LOSS_DIRECT_REWARD);

  private final RewardLoss loss;

  LossName(RewardLoss loss) {
    this.loss = loss;
  }

  RewardLoss loss() {
    return loss;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
