package io.plumbline.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReportTest {
  @TempDir Path directory;

  @Test
  void knowsARunningProgramFromALaterOneWithTheSameProcessId() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Component running = component("judge-service", self.pid(), Component.startOf(self));
    Component replaced = component("reward-service", self.pid(), "2001-01-01T00:00:00Z");
    SuiteHome home = new SuiteHome(directory);

    SuiteState.of(true, List.of(running, replaced)).write(home.state());
    SuiteReport report = SuiteReport.of(home, SuiteState.read(home.state()));

    assertThat(report.state()).isEqualTo("degraded");
    assertThat(report.components())
        .extracting(SuiteReport.Entry::running)
        .containsExactly(true, false);
  }

  @Test
  void isReadyWhenTheSupervisorAndAllProgramsLive() {
    ProcessHandle self = ProcessHandle.current();
    Component running = component("judge-service", self.pid(), Component.startOf(self));

    SuiteReport report =
        SuiteReport.of(
            new SuiteHome(directory), Optional.of(SuiteState.of(true, List.of(running))));

    assertThat(report.state()).isEqualTo("ready");
  }

  private static Component component(String name, long pid, String started) {
    return new Component(name, pid, started, "127.0.0.1:9", "http://127.0.0.1:8", "log");
  }
}
