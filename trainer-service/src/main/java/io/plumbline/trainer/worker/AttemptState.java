package io.plumbline.trainer.worker;

/** Where an attempt stands. Only the newest attempt of a run can be ACTIVE. */
public enum AttemptState {
  ACTIVE,
  /** Its worker ended or fell silent; another attempt follows where one is left. */
  LOST,
  /** Its worker was told to stop, or stopped with the service; another attempt follows. */
  INTERRUPTED,
  /** Its run ended with it. */
  DONE
}
