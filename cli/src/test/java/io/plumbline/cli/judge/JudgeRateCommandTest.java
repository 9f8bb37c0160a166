package io.plumbline.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

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

class JudgeRateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  // Four aspects: four critiques first, then, with these answered, four ratings, all 4.
  @Test
  void asksForACritiqueOfEachAspectBeforeItsRating() throws IOException {
    Path rows =
        Files.writeString(
            directory.resolve("rows.jsonl"), "{\"prompt\": \"p\", \"completion\": \"x\"}\n");
    Path requests = directory.resolve("requests.jsonl");
    Path answers = directory.resolve("answers.jsonl");
    StringBuilder known = new StringBuilder();

    for (int round = 0; round < 2; round++) {
      Files.writeString(answers, known);
      assertThat(
              run(
                  "--form",
                  "critique",
                  "--answers",
                  answers.toString(),
                  "--requests",
                  requests.toString(),
                  rows.toString()))
          .isZero();
      assertThat(err.toString()).contains("1 of 1 completions wait for 4 answers");
      for (String line : Files.readAllLines(requests)) {
        known.append(
            "{\"key\": %s, \"completion\": \"%s\"}\n"
                .formatted(
                    Json.mapper().readTree(line).get("custom_id"), round == 0 ? "Short." : "4"));
      }
    }
    Files.writeString(answers, known);
    out.getBuffer().setLength(0);

    assertThat(
            run(
                "--form",
                "critique",
                "--answers",
                answers.toString(),
                "-o",
                "json",
                rows.toString()))
        .isZero();
    JsonNode row = Json.mapper().readTree(out.toString()).get(0);
    assertThat(row.path("state").asText()).isEqualTo("OK");
    assertThat(row.path("rating").asDouble()).isEqualTo(4);
    assertThat(row.path("critiques").path("honesty").asText()).isEqualTo("Short.");
  }

  @Test
  void namesTheForms() {
    assertThat(run("--form", "dice", "--example")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--form 'dice' is none of [plain, critique, tools, lookup]");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "judge";
    all[1] = "rate";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
