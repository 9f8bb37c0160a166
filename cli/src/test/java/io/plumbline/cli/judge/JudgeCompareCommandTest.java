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
import java.util.ArrayList;
import java.util.List;
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
    assertThat(out)
        .hasToString(
            "{\"id\":\"1\",\"state\":\"OK\",\"winner\":\"a\",\"transcript\":["
                + "{\"stage\":\"verdict\",\"order\":\"forward\",\"text\":\"A\"},"
                + "{\"stage\":\"verdict\",\"order\":\"reverse\",\"text\":\"B\"}]}\n");
  }

  @Test
  void saysHowManyAnswersAreMissing() {
    assertThat(run("compare", "--protocol", "rating-general", "--example")).isZero();

    assertThat(out).hasToString("{\"id\":\"example\",\"state\":\"WAITING\"}\n");
    assertThat(err.toString()).contains("1 of 1 comparisons wait for 8 answers");
  }

  // Two completions have two orders, of which five samples hold some twice.
  @Test
  void writesEachRequestOnceAtTemperatureZero() throws IOException {
    Path rows =
        Files.writeString(
            directory.resolve("rows.jsonl"),
            "{\"prompt\": \"p\", \"completions\": [\"x\", \"y\"]}\n");
    Path requests = directory.resolve("requests.jsonl");

    assertThat(run("rank", "--samples", "5", "--requests", requests.toString(), rows.toString()))
        .isZero();

    List<JsonNode> written = new ArrayList<>();
    for (String line : Files.readAllLines(requests)) {
      written.add(Json.mapper().readTree(line));
    }
    assertThat(written).hasSizeBetween(1, 2);
    assertThat(written).extracting(row -> row.path("custom_id").asText()).doesNotHaveDuplicates();
    assertThat(written)
        .allSatisfy(row -> assertThat(row.at("/body/temperature").asDouble(-1)).isZero());
  }

  @Test
  void writesTheCompletionsLengthAsReasoningModelsReadIt() throws IOException {
    Path requests = directory.resolve("requests.jsonl");

    assertThat(
            run("compare", "--example", "--max-tokens", "900", "--requests", requests.toString()))
        .isZero();

    JsonNode body = Json.mapper().readTree(Files.readAllLines(requests).get(0)).path("body");
    assertThat(body.path("max_completion_tokens").asInt()).isEqualTo(900);
    assertThat(body.has("max_tokens")).isFalse();
  }

  @Test
  void refusesByFilesWhatFilesDoNotCarry() {
    assertThat(run("compare", "--samples", "3", "--example")).isEqualTo(2);
    assertThat(err.toString()).contains("--samples needs --judge chat:NAME");
    assertThat(run("compare", "--top-p", "0.5", "--example")).isEqualTo(2);
    assertThat(err.toString()).contains("need --judge chat:NAME");
    assertThat(run("compare", "--judge", "null:coin", "--judge", "chat:x", "--example"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--judge null:NAME sits in no jury");
    assertThat(run("rate", "--judge", "chat:x", "--judge", "chat:y", "--example")).isEqualTo(2);
  }

  @Test
  void asksUnderAMitigationByFiles() throws IOException {
    Path requests = directory.resolve("requests.jsonl");

    assertThat(
            run(
                "compare",
                "--mitigation",
                "system-prompt",
                "--example",
                "--requests",
                requests.toString()))
        .isZero();

    assertThat(Files.readString(requests)).contains("Judge by content alone.");
    assertThat(run("compare", "--mitigation", "tea", "--example")).isEqualTo(2);
    assertThat(err.toString()).contains("--mitigation 'tea' is none of [system-prompt");
  }

  @Test
  void namesTheProtocolsWhenThereIsNoneOfThatName() {
    assertThat(run("compare", "--protocol", "dice", "--example")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--protocol 'dice' is none of [pairwise, pairwise-ties, critique");
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
