package io.plumbline.rewardmodels.head;

import java.util.List;

/**
 * A loss that reward models are trained with on preference pairs; for a linear head each is convex
 * and has, with a ridge, one optimum.
 */
public sealed interface RewardLoss
    permits BradleyTerry, MarginBradleyTerry, ScaledBradleyTerry, DirectReward {

  /**
   * The loss on some pairs.
   *
   * @throws IllegalArgumentException if there is no pair, or one lacks what the loss reads
   */
  LogisticTerms terms(List<EmbeddedPair> pairs);
}
