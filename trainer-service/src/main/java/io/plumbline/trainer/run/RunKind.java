package io.plumbline.trainer.run;

/** What kind of long work a run is. */
public enum RunKind {
  TRAINING("training run"),
  RECIPE("recipe run");

  private final String title;

  RunKind(String title) {
    this.title = title;
  }

  /** For messages. */
  public String title() {
    return title;
  }
}
