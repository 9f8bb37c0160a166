package io.plumbline.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServiceLogTest {
  @Test
  void namesTheInnermostCause() {
    List<String> lines =
        List.of(
            "2026-11-21 INFO  [io.quarkus] starting",
            "2026-11-21 ERROR [io.qua.run.Application] Failed to start application:"
                + " java.lang.RuntimeException: Failed to start quarkus",
            "\tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)",
            "Caused by: org.flywaydb.core.internal.exception.FlywaySqlException: Unable to connect",
            "\tat org.flywaydb.core.Flyway.migrate(Flyway.java:1)",
            "Caused by: java.net.ConnectException: Connection refused");

    assertThat(ServiceLog.reason(lines)).isEqualTo("Connection refused");
  }

  @Test
  void saysWhenThereIsNothingToRead() {
    assertThat(ServiceLog.reason(List.of("", "all is well")))
        .isEqualTo("it left nothing in its log");
  }

  @Test
  void namesTheSignalThatKilledAProgram() {
    // 128 + SIGKILL
    assertThat(ExitDescription.of(OptionalInt.of(137))).isEqualTo("killed by signal 9");
    assertThat(ExitDescription.of(OptionalInt.of(1))).isEqualTo("exit code 1");
  }
}
