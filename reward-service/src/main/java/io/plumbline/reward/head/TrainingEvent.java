package io.plumbline.reward.head;

import java.time.Instant;

/** Something that happened in a training; positions count from 1 without gaps. */
public sealed interface TrainingEvent {
  long position();

  Instant time();

  /** The training came into a state. */
  record StateChanged(long position, Instant time, TrainingState state) implements TrainingEvent {}

  /** A phase came on. */
  record Progressed(long position, Instant time, TrainingProgress progress)
      implements TrainingEvent {}

  /** Numbers were measured. */
  record Measured(long position, Instant time, TrainingMetrics metrics) implements TrainingEvent {}

  /** A line for people. */
  record Said(long position, Instant time, String message) implements TrainingEvent {}
}
