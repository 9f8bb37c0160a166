package io.plumbline.trainer.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnedCommandTest {

  @Test
  void passesTheExitCodeOn() throws Exception {
    Process process = start("sh", "-c", "exit 7");

    assertThat(process.waitFor()).isEqualTo(7);
  }

  @Test
  void endsTheCommandWhenItsStarterIsGone() throws Exception {
    Process process = start("sh", "-c", "echo $$; exec sleep 600");
    ProcessHandle worker = firstLineAsProcess(process);

    // What the kernel does to the pipe when the starter is killed.
    process.getOutputStream().close();

    assertThat(worker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    process.waitFor();
  }

  @Test
  void passesTheSignalToEndOn() throws Exception {
    Process process = start("sh", "-c", "trap 'exit 3' TERM; echo $$; while :; do sleep 1; done");
    firstLineAsProcess(process);

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(3);
  }

  private static Process start(String... command) throws Exception {
    return new ProcessBuilder(OwnedCommand.of(List.of(command))).start();
  }

  private static ProcessHandle firstLineAsProcess(Process process) throws Exception {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
  }
}
