package io.plumbline.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.cli.PlumblineCommand;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("names")
  void computesItsOwnExample(String name) throws IOException {
    assertThat(run(name, "-o", "json")).as(err.toString()).isZero();
    assertThat(Json.mapper().readTree(out.toString()).isEmpty()).isFalse();
    assertThat(out.toString()).doesNotContain("NaN", "Infinity");
  }

  @Test
  void readsADocument() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("in.json"),
            "{\"estimates\": [2, 1, 3], \"values\": [5, 3, 9], \"behaviour_value\": 4, \"k\": 2}");

    assertThat(run("sharpe-ratio", "--input", file.toString(), "-o", "json")).isZero();
    // Values 9 and 5 come first: (9 − 4) / 2.
    assertThat(Json.mapper().readTree(out.toString()).path("ratio").asDouble())
        .isCloseTo(2.5, within(1e-12));
  }

  @Test
  void namesWhatIsWrongWithADocument() throws IOException {
    Path file = Files.writeString(directory.resolve("in.json"), "{\"estimate\": [2]}");

    assertThat(run("sharpe-ratio", "--input", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("\"estimate\"", "an example");
  }

  @Test
  void namesAnUnknownMeasure() {
    assertThat(run("happiness")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no measure happiness");
  }

  static List<String> names() {
    return Measures.all().stream().map(Measure::name).toList();
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "measure";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
