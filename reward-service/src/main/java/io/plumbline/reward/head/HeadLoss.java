package io.plumbline.reward.head;

import io.plumbline.rewardmodels.head.BradleyTerry;
import io.plumbline.rewardmodels.head.DirectReward;
import io.plumbline.rewardmodels.head.MarginBradleyTerry;
import io.plumbline.rewardmodels.head.RewardLoss;
import io.plumbline.rewardmodels.head.ScaledBradleyTerry;

/** The losses that a head can be trained with, by name. */
public enum HeadLoss {
  BRADLEY_TERRY,
  MARGIN,
  SCALED,
  DIRECT_REWARD;

  /** Whether every pair has to have a margin. */
  boolean readsMargin() {
    return this == MARGIN || this == SCALED;
  }

  RewardLoss loss(double labelSmoothing) {
    return switch (this) {
      case BRADLEY_TERRY -> new BradleyTerry(labelSmoothing);
      case MARGIN -> new MarginBradleyTerry();
      case SCALED -> new ScaledBradleyTerry();
      case DIRECT_REWARD -> new DirectReward();
    };
  }
}
