package io.plumbline.trainer.worker;

/** Where an attempt stands. Only the newest attempt of a run can be ACTIVE. */
public enum AttemptState {
  ACTIVE,
  /** Its worker ended or fell silent; another attempt follows where one is left. */
  LOST,
  /** Its run ended with it. */
  DONE
}
