package io.plumbline.postgres.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedProcessTest {
  @TempDir Path directory;

  @Test
  void endsTheProgramInGoodOrder() throws IOException {
    Path log = directory.resolve("log");
    OwnedProcess process =
        start("trap 'echo stopped; exit 3' TERM; echo ready; while :; do sleep 0.05; done", log);
    awaitText(log, "ready");

    process.close();

    assertThat(process.exitCode()).hasValue(3);
    assertThat(Files.readString(log)).contains("stopped");
  }

  @Test
  void killsAProgramThatDoesNotListen() throws IOException {
    Path log = directory.resolve("log");
    OwnedProcess process = start("trap '' TERM; echo ready; while :; do sleep 0.05; done", log);
    awaitText(log, "ready");

    process.close();

    // 128 + SIGKILL
    assertThat(process.exitCode()).hasValue(137);
  }

  @Test
  void diesWithAnOwnerThatIsKilled() throws Exception {
    Path log = directory.resolve("log");
    Path pid = directory.resolve("pid");
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                pid.toString(),
                log.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("owner.log").toFile())
            .start();
    ProcessHandle program;
    try {
      awaitText(log, "ready");
      awaitText(pid, "\n");
      program = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    } finally {
      owner.destroyForcibly().waitFor();
    }

    assertThat(program.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(Files.readString(log)).contains("stopped");
  }

  /** Starts a program and waits until somebody kills it. */
  static final class Owner {
    public static void main(String[] arguments) throws IOException {
      OwnedProcess process =
          start(
              "trap 'echo stopped; exit 3' TERM; echo ready; while :; do sleep 0.05; done",
              Path.of(arguments[1]));
      Files.writeString(Path.of(arguments[0]), process.pid() + "\n");
      process.onExit().join();
    }
  }

  private static OwnedProcess start(String script, Path log) throws IOException {
    return OwnedProcess.start(
        List.of("sh", "-c", script), Map.of(), log.getParent(), log, "TERM", Duration.ofSeconds(2));
  }

  private static void awaitText(Path file, String text) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.exists(file) || !Files.readString(file).contains(text)) {
      assertThat(System.nanoTime()).as("waiting for '%s' in %s", text, file).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
