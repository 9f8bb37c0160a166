package io.plumbline.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.PlumblineCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlackBoxCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsHowServicesElsewhereAreConfigured() {
    assertThat(run("--settings", "tester.example", "judge-service", "trainer-service")).isZero();

    assertThat(out.toString())
        .contains(
            "# judge-service", "plumbline.judge.url=http://tester.example:18000/v1", "# trainer")
        .contains("quarkus.kubernetes-client.api-server-url=http://tester.example:18001")
        .endsWith(
            "-Dplumbline.stub.host=tester.example%n-Dplumbline.stub.models=18000%n-Dplumbline.stub.kubernetes=18001%n"
                .formatted());
  }

  @Test
  void takesAnExecutableOfOneServiceOnly() {
    assertThat(run("--executable", "/absent/file")).isEqualTo(2);
    assertThat(run("--executable", "/absent/file", "--package", "canary", "judge-service"))
        .isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("is of one serv"));
  }

  private int run(String... arguments) {
    String[] command =
        Stream.concat(Stream.of("black-box"), Arrays.stream(arguments)).toArray(String[]::new);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(command);
  }
}
