package io.plumbline.postgres;

import java.util.List;

/** Whether committed data survives a crash of the machine. */
public enum Durability {
  /** {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} on. */
  DURABLE("on"),
  /** All three off; for data that is thrown away. */
  FAST("off");

  private final String setting;

  Durability(String setting) {
    this.setting = setting;
  }

  List<String> serverOptions() {
    return List.of(
        "-c",
        "fsync=" + setting,
        "-c",
        "synchronous_commit=" + setting,
        "-c",
        "full_page_writes=" + setting);
  }
}
