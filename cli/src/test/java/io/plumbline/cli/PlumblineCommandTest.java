package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlumblineCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void reportsBadUsageInOneLineWithExitCodeTwo() {
    assertThat(run("up", "--judge-port", "many")).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("plumbline: Invalid value for option '--judge-port'")
        .endsWith("(see plumbline up --help)");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsOneJsonDocument() throws IOException {
    assertThat(run("status", "--data", directory.toString(), "-o", "json")).isEqualTo(1);

    assertThat(Json.mapper().readTree(out.toString()).path("state").asText()).isEqualTo("stopped");
  }

  @Test
  void refusesAPortThatWasGivenTwice() {
    int exitCode =
        run(
            "up",
            "--data",
            directory.toString(),
            "--reward-port=65535",
            "--reward-http-port=65535");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo(
            "plumbline: port 65535 was given to both reward-service (gRPC) and"
                + " reward-service (REST); choose another");
  }

  private int run(String... arguments) {
    CommandLine command =
        PlumblineCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
