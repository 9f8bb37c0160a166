package io.plumbline.cli.suite;

import java.util.Locale;

/** The services of the suite. */
public enum ServiceKind {
  REWARD(384),
  JUDGE(256),
  TRAINER(256);

  private final int heapMegabytes;

  ServiceKind(int heapMegabytes) {
    this.heapMegabytes = heapMegabytes;
  }

  /** Largest Java heap in MiB; all of the suite and one worker fit into 4 GiB. */
  int heapMegabytes() {
    return heapMegabytes;
  }

  /** {@code judge}: also the name of its database. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code judge-service}: also the name of its module. */
  public String serviceName() {
    return shortName() + "-service";
  }
}
