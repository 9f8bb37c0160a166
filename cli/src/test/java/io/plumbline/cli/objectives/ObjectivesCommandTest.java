package io.plumbline.cli.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.PlumblineCommand;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ObjectivesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  private int run(String... arguments) {
    CommandLine command = PlumblineCommand.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void listsWhatMatches() throws IOException {
    assertThat(run("objectives", "list", "kto", "-o", "json")).isZero();

    JsonNode rows = Json.mapper().readTree(out.toString());
    assertThat(rows.findValuesAsText("name")).contains("kto");
    assertThat(rows.get(0).get("coupling").asText()).isEqualTo("statistics");
  }

  @Test
  void findsByTheNumberOfThePaper() {
    assertThat(run("objectives", "list", "197")).isZero();

    assertThat(out.toString()).startsWith("pro ");
  }

  @Test
  void exitsWithOneWhenNothingMatches() {
    assertThat(run("objectives", "list", "nosuchthing")).isEqualTo(1);
  }

  @Test
  void meetsTheGoldenFile() throws IOException {
    Path golden = Path.of(System.getProperty("plumbline.root"), "../shared/golden/trl_losses.json");
    assumeTrue(Files.exists(golden), golden + " is not there");

    assertThat(run("objectives", "check", golden.toString(), "-o", "json")).isZero();

    JsonNode report = Json.mapper().readTree(out.toString());
    assertThat(report.get("cases").asInt()).isEqualTo(47);
    assertThat(report.get("max_relative_error").asDouble()).isLessThan(1e-6);
    assertThat(report.get("max_abs_error").asDouble()).isLessThan(1e-6);
    assertThat(report.get("max_abs_gradient_error").asDouble()).isLessThan(1e-6);
    assertThat(report.get("failures")).isEmpty();
  }

  @Test
  void tellsWhichValueWasMissed() throws IOException {
    // −log σ(0.5 · ((−1 + 2) − (−2 + 2))) = log(1 + e^−0.5) = 0.474077, not 0.5
    String wrong =
        """
        {"cases": [{"objective": "dpo", "parameters": {"beta": 0.5}, "lengths": [1, 1], "loss": 0.5,
          "channels": {"policy_logps": [-1, -2], "reference_logps": [-2, -2]}}]}
        """;

    assertThat(
            run(
                "objectives",
                "check",
                Files.writeString(directory.resolve("wrong.json"), wrong).toString()))
        .isEqualTo(1);

    JsonNode failure = Json.mapper().readTree(out.toString()).get("failures").get(0);
    assertThat(failure.get("field").asText()).isEqualTo("loss");
    assertThat(failure.get("actual").asDouble()).isEqualTo(Math.log1p(Math.exp(-0.5)));
  }

  @Test
  void refusesAFileThatIsNoCaseFile() throws IOException {
    Path file = Files.writeString(directory.resolve("broken.json"), "{\n  \"cases\": 3\n");

    assertThat(run("objectives", "check", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("broken.json");
  }
}
