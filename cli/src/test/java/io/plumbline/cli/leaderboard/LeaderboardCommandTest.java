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

class LeaderboardCommandTest {
  private static final String BATTLES =
      """
      question_id,model_a,model_b,winner
      q,base,m,model_b
      q,base,m,tie
      r,base,m,model_a
      s,base,m,model_b
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void scoresBattlesWithThePeersNames() throws IOException {
    int exitCode =
        run(
            "leaderboard",
            "arena-hard",
            "--battles",
            write("b.csv", BATTLES),
            "--baseline",
            "base",
            "--mode",
            "parity",
            "-o",
            "json");

    JsonNode rows = Json.mapper().readTree(out.toString());
    assertThat(exitCode).isZero();
    // 2.5 of 4 points.
    assertThat(rows.get(0).path("model").asText()).isEqualTo("m");
    assertThat(rows.get(0).path("score").asDouble()).isEqualTo(62.5);
    assertThat(rows.get(0).path("rating_q025").asDouble())
        .isLessThan(rows.get(0).path("rating_q975").asDouble());
    assertThat(rows.get(0).path("notes").get(0).asText()).contains("too narrow");
  }

  @Test
  void printsAPageThatNeedsNothingElse() throws IOException {
    assertThat(run("leaderboard", "arena-hard", "--battles", write("b.csv", BATTLES), "-o", "html"))
        .isZero();

    assertThat(out.toString())
        .startsWith("<!doctype html>")
        .contains("<svg", "Who beats whom", "62.5")
        .doesNotContain("http://", "https://", "<script");
  }

  @Test
  void printsMarkdownAndCommaSeparatedValues() throws IOException {
    String file = write("b.csv", BATTLES);
    run("leaderboard", "arena-hard", "--battles", file, "--scoring", "v2", "-o", "markdown");
    run("leaderboard", "arena-hard", "--battles", file, "--scoring", "v2", "-o", "csv");

    assertThat(out.toString()).contains("| m | 62.50 |").contains("m,62.5,");
  }

  @Test
  void scoresAnnotationsWithThePeersNames() throws IOException {
    String file =
        write(
            "annotations.json",
            """
            [{"instruction": "p", "output_1": "long answer", "generator_1": "base",
              "output_2": "short", "generator_2": "m", "preference": 2.0},
             {"instruction": "q", "output_1": "long answer", "generator_1": "base",
              "output_2": "brief", "generator_2": "m", "preference": 1.5}]
            """);

    assertThat(run("leaderboard", "alpaca-eval", "--annotations", file, "-o", "json")).isZero();

    JsonNode row = Json.mapper().readTree(out.toString()).get(0);
    assertThat(row.path("win_rate").asDouble()).isEqualTo(75);
    assertThat(row.path("discrete_win_rate").asDouble()).isEqualTo(75);
    // Standard deviation of 1 and .5 is .3536; divided by the root of two.
    assertThat(row.path("standard_error").asDouble()).isCloseTo(25, within(1e-9));
    assertThat(row.path("length_controlled_winrate").isNull()).isTrue();
    assertThat(row.path("n_total").asInt()).isEqualTo(2);
    assertThat(row.path("avg_length").asInt()).isEqualTo(5);
    assertThat(row.path("null_judges").path("shorter").asDouble()).isEqualTo(100);
    assertThat(row.path("notes").get(0).asText()).contains("at least 5 instructions");
  }

  @Test
  void holdsStyleConstantWithTheAnswers() throws IOException {
    StringBuilder battles = new StringBuilder("question_id,model_a,model_b,winner\n");
    StringBuilder answers = new StringBuilder();
    for (int question = 0; question < 40; question++) {
      boolean longer = question % 4 != 0;
      for (int battle = 0; battle < 4; battle++) {
        String winner = longer == (battle != 0) ? "model_b" : "model_a";
        battles.append("q%d,base,m,%s\n".formatted(question, winner));
      }
      answers.append(answer("q" + question, "m", longer ? 200 : 100));
      answers.append(answer("q" + question, "base", longer ? 100 : 200));
    }

    int exitCode =
        run(
            "leaderboard",
            "arena-hard",
            "--battles",
            write("b.csv", battles.toString()),
            "--answers",
            write("a.jsonl", answers.toString()),
            "--baseline",
            "base",
            "--rounds",
            "50",
            "-o",
            "json");

    assertThat(exitCode).as(err.toString()).isZero();
    // The longer answer wins three battles of four, whoever wrote it: at equal length one half.
    for (JsonNode row : Json.mapper().readTree(out.toString())) {
      assertThat(row.path("score").asDouble()).isCloseTo(50, within(0.01));
      if (row.path("model").asText().equals("m")) {
        // m is the longer one on 30 questions of 40.
        assertThat(row.path("null_judges").path("longer").asDouble()).isEqualTo(75);
      }
    }
  }

  private static String answer(String question, String model, int tokens) {
    return """
        {"uid": "%s", "model": "%s", "metadata": {"token_len": %d, "header_count": {"h1": 0}, "list_count": {}, "bold_count": {"**": 0}}}
        """
        .formatted(question, model, tokens);
  }

  @Test
  void namesFileAndPlaceOfATruncatedArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(BATTLES.repeat(2).getBytes(StandardCharsets.UTF_8));
    }
    Path file = directory.resolve("cut.csv.gz");
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20));

    assertThat(run("leaderboard", "arena-hard", "--battles", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cut.csv.gz, after line").contains("ZLIB");
  }

  @Test
  void namesAFileThatDoesNotExist() {
    assertThat(run("leaderboard", "alpaca-eval", "--annotations", "nowhere.json")).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere.json does not exist");
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
