package io.plumbline.objectives.policygradient;

/** What a group's centred rewards are divided by; TRL's {@code scale_rewards}. */
public enum RewardScale {
  /** Nothing (Dr. GRPO). */
  NONE,
  /** The group's standard deviation (GRPO). */
  GROUP,
  /** The standard deviation over the global batch. */
  BATCH
}
