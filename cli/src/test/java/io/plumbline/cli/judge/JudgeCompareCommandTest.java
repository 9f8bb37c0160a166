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

class JudgeCompareCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  // First run: two requests. They are answered A and B, which is the same completion.
  @Test
  void judgesByFilesOfRequestsAndAnswers() throws IOException {
    Path pairs =
        Files.writeString(
            directory.resolve("pairs.jsonl"), "{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}\n");
    Path requests = directory.resolve("requests.jsonl");
    Path answers = directory.resolve("answers.jsonl");

    assertThat(run("compare", "--requests", requests.toString(), pairs.toString())).isZero();
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(requests)) {
      JsonNode request = Json.mapper().readTree(line);
      assertThat(request.path("body").path("messages").path(1).path("content").asText())
          .contains("answer A\n" + (lines.isEmpty() ? "x" : "y"));
      String letter = lines.isEmpty() ? "A" : "B";
      lines
          .append("{\"key\": ")
          .append(request.get("custom_id"))
          .append(", \"completion\": \"")
          .append(letter)
          .append("\"}\n");
    }
    Files.writeString(answers, lines);
    out.getBuffer().setLength(0);

    assertThat(run("compare", "--answers", answers.toString(), pairs.toString())).isZero();
    assertThat(out).hasToString("{\"id\":\"1\",\"state\":\"OK\",\"winner\":\"a\"}\n");
  }

  @Test
  void saysHowManyAnswersAreMissing() {
    assertThat(run("compare", "--protocol", "rating-general", "--example")).isZero();

    assertThat(out).hasToString("{\"id\":\"example\",\"state\":\"WAITING\"}\n");
    assertThat(err.toString()).contains("1 of 1 comparisons wait for 8 answers");
  }

  @Test
  void namesTheProtocolsWhenThereIsNoneOfThatName() {
    assertThat(run("compare", "--protocol", "dice", "--example")).isEqualTo(2);
    assertThat(err.toString()).contains("--protocol 'dice' is none of [pairwise, pairwise-ties, critique");
  }

  @Test
  void listsProtocolsAndProbes() throws IOException {
    assertThat(run("protocols", "-o", "json")).isZero();
    assertThat(Json.mapper().readTree(out.toString()).path(0).path("name").asText())
        .isEqualTo("pairwise");
    out.getBuffer().setLength(0);

    assertThat(run("audit", "-o", "json")).isZero();
    assertThat(Json.mapper().readTree(out.toString()).path(0).path("name").asText())
        .isEqualTo("injection");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "judge";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
