package io.plumbline.cli.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.PlumblineCommand;
import io.plumbline.cli.output.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input at its limits gives the limit's value, or one line with file and place. */
class DegenerateInputTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void givesAWinRateWithoutAnErrorForOneRow() throws IOException {
    JsonNode row = alpacaEval(annotation("p", "m", "2.0"));

    assertThat(row.path("win_rate").asDouble()).isEqualTo(100);
    assertThat(row.path("standard_error").isNull()).isTrue();
    assertThat(row.path("length_controlled_winrate").isNull()).isTrue();
    assertThat(row.path("n_total").asInt()).isEqualTo(1);
  }

  @Test
  void countsPreferencesThatAreNoNumbers() throws IOException {
    JsonNode row =
        alpacaEval(
            annotation("p", "m", "2.0")
                + ","
                + annotation("q", "m", "NaN")
                + ","
                + annotation("r", "m", "null")
                + ","
                + annotation("s", "m", "7"));

    assertThat(row.path("win_rate").asDouble()).isEqualTo(100);
    assertThat(row.path("n_total").asInt()).isEqualTo(1);
    assertThat(row.path("n_excluded").asInt()).isEqualTo(3);
  }

  @Test
  void refusesAFileWithoutAnyPreference() throws IOException {
    String file = write("a.json", "[" + annotation("p", "m", "NaN") + "]");

    assertThat(run("leaderboard", "alpaca-eval", "--annotations", file)).isEqualTo(2);
    assertThat(err.toString()).contains("no row compares a model with the baseline base");
  }

  @Test
  void dropsAndCountsRowsThatStandTwice() throws IOException {
    String twice = annotation("p", "m", "2.0");

    JsonNode row = alpacaEval(twice + "," + twice + "," + annotation("q", "m", "1.0"));

    assertThat(row.path("win_rate").asDouble()).isEqualTo(50);
    assertThat(row.path("n_duplicates").asInt()).isEqualTo(1);
  }

  @Test
  void givesOneHalfAndNoSpreadWhereAllAreTied() throws IOException {
    StringBuilder rows = new StringBuilder(annotation("p0", "m", "1.5"));
    for (int i = 1; i < 8; i++) {
      rows.append(',').append(annotation("p" + i, "m", "1.5"));
    }

    JsonNode row = alpacaEval(rows.toString());

    assertThat(row.path("win_rate").asDouble()).isEqualTo(50);
    assertThat(row.path("standard_error").asDouble()).isZero();
    assertThat(row.path("discrete_win_rate").asDouble()).isEqualTo(50);
  }

  @Test
  void namesAModelThatIsInNoFile() throws IOException {
    String file = write("a.json", "[" + annotation("p", "m", "2.0") + "]");

    assertThat(run("leaderboard", "alpaca-eval", "--annotations", file, "--baseline", "nobody"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("nobody");
    String battles = write("b.csv", "question_id,model_a,model_b,winner\nq,base,m,tie\n");
    assertThat(run("leaderboard", "arena-hard", "--battles", battles, "--baseline", "nobody"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--baseline nobody is in no battle");
  }

  @Test
  void namesFileAndPlaceWhereAnArchiveEnds() throws IOException {
    StringBuilder rows = new StringBuilder("[" + annotation("p", "m", "2.0"));
    for (int i = 0; i < 2000; i++) {
      rows.append(",\n").append(annotation("prompt " + i * 7919 % 1000, "m" + i * 31 % 97, "1"));
    }
    StringBuilder ratings = new StringBuilder("item,rater,value\n");
    for (int i = 0; i < 5000; i++) {
      ratings.append("i%d,r%d,%d%n".formatted(i, i * 7919 % 13, i * 104729 % 5));
    }

    assertThat(run("leaderboard", "alpaca-eval", "--annotations", cut("a.json.gz", rows + "]")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("a.json.gz, line ");
    assertThat(run("agreement", "--ratings", cut("r.csv.gz", ratings.toString()))).isEqualTo(2);
    assertThat(err.toString()).contains("r.csv.gz, after line ");
    assertThat(err.toString().strip().lines()).hasSize(2);
  }

  @Test
  void ratesASingleBattle() throws IOException {
    String battles = write("b.csv", "question_id,model_a,model_b,winner\nq,base,m,model_b\n");

    assertThat(
            run("leaderboard", "pairwise", "--battles", battles, "--method", "elo", "-o", "json"))
        .isZero();
    JsonNode rows = Json.mapper().readTree(out.toString());
    // Half of the step of four: 1002 and 998.
    assertThat(rows.get(0).path("rating").asDouble()).isCloseTo(1002, within(1e-9));
    assertThat(rows.get(1).path("rating").asDouble()).isCloseTo(998, within(1e-9));
    assertThat(rows.get(0).path("method").asText()).isEqualTo("elo");
  }

  @Test
  void namesAnUnknownMethod() throws IOException {
    String battles = write("b.csv", "question_id,model_a,model_b,winner\nq,base,m,model_b\n");

    assertThat(run("leaderboard", "pairwise", "--battles", battles, "--method", "chess"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'chess' is none of bradley-terry, davidson");
  }

  @Test
  void saysThatNobodyServesLeaderboards() {
    assertThat(run("leaderboard", "list", "--address", "127.0.0.1:9")).isEqualTo(1);
    assertThat(err.toString()).contains("judge-service does not answer");
  }

  private JsonNode alpacaEval(String rows) throws IOException {
    String file = write("a.json", "[" + rows + "]");
    assertThat(run("leaderboard", "alpaca-eval", "--annotations", file, "-o", "json"))
        .as(err.toString())
        .isZero();
    return Json.mapper().readTree(out.toString()).get(0);
  }

  private static String annotation(String instruction, String model, String preference) {
    return """
        {"instruction": "%s", "output_1": "long answer", "generator_1": "base",
         "output_2": "short", "generator_2": "%s", "preference": %s}"""
        .formatted(instruction, model, preference);
  }

  private String cut(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path file = directory.resolve(name);
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() * 3 / 4));
    return file.toString();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private int run(String... arguments) {
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
