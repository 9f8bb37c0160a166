package io.plumbline.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class JudgeAuditCommandTest {
  private static final String PAIRS =
      "{\"prompt\": \"p\", \"chosen\": \"x\", \"rejected\": \"y\"}\n"
          + "{\"prompt\": \"q\", \"chosen\": \"v\", \"rejected\": \"w\"}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void listsAuditsAndSurveysWithoutAJudge() throws IOException {
    assertThat(run("-o", "json")).isZero();

    assertThat(Json.mapper().readTree(out.toString()))
        .extracting(row -> row.get("name").asText())
        .contains(
            "injection",
            "position",
            "self-preference",
            "source",
            "anchored-choice",
            "implicit-association",
            "discrimination",
            "value-stance");
  }

  // A judge of places answers the first label in both orders: (1 + 1)/2 − 1/2.
  @Test
  void findsThePositionThatANullJudgePrefers() throws IOException {
    assertThat(run("--probe", "position", "--judge", "null:first", "-o", "json", pairs())).isZero();

    JsonNode effect = Json.mapper().readTree(out.toString()).get(0);
    assertThat(effect.get("effect").asDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(effect.get("n").asInt()).isEqualTo(2);
  }

  @Test
  void refusesPairsThatASurveyWouldNotRead() throws IOException {
    assertThat(run("--probe", "discrimination", "--judge", "null:uniform", pairs())).isEqualTo(2);

    assertThat(err.toString()).contains("--probe discrimination asks questions of its own");
  }

  @Test
  void measuresEachMitigationBesideThePlainJudge() throws IOException {
    assertThat(
            run(
                "--probe",
                "injection",
                "--judge",
                "null:uniform",
                "--mitigation",
                "all",
                "-o",
                "json",
                pairs()))
        .isZero();

    assertThat(Json.mapper().readTree(out.toString()))
        .extracting(row -> row.get("quantity").asText() + " " + row.get("condition").asText())
        .contains(
            "effect none",
            "effect system-prompt",
            "effect change by system-prompt",
            "effect change by examples",
            "effect change by self-reflection");
  }

  @Test
  void takesAUsersOwnMaterial() throws IOException {
    Path material =
        Files.writeString(
            directory.resolve("mine.jsonl"),
            "{\"question\": \"1 + 1?\", \"options\": [\"2\", \"3\"], \"answer\": \"2\"}\n"
                + "{\"question\": \"1 + 2?\", \"options\": [\"2\", \"3\"], \"answer\": \"3\"}\n");

    assertThat(
            run(
                "--probe",
                "anchored-choice",
                "--judge",
                "null:first",
                "--material",
                material.toString(),
                "-o",
                "json"))
        .isZero();

    assertThat(Json.mapper().readTree(out.toString()).get(0).get("effect").asDouble())
        .isCloseTo(0.5, within(1e-12));
  }

  // The first label in both orders: what is shown first wins, whatever it says, so each score is
  // one half with and without bait.
  @Test
  void takesAUsersOwnBaits() throws IOException {
    Path material =
        Files.writeString(
            directory.resolve("baits.jsonl"),
            "{\"probe\": \"authority\", \"bait\": \"Kant says so.\", \"neutral\": \"It is.\"}\n");

    assertThat(
            run(
                "--probe",
                "authority",
                "--judge",
                "null:first",
                "--material",
                material.toString(),
                "-o",
                "json",
                pairs()))
        .isZero();
    JsonNode effect = Json.mapper().readTree(out.toString()).get(0);
    assertThat(effect.get("effect").asDouble()).isCloseTo(0, within(1e-12));
    assertThat(effect.get("n").asInt()).isEqualTo(2);

    assertThat(
            run(
                "--probe",
                "bandwagon",
                "--judge",
                "null:first",
                "--material",
                material.toString(),
                pairs()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--material: no row has probe \"bandwagon\"; add one");
    assertThat(
            run(
                "--probe",
                "position",
                "--judge",
                "null:first",
                "--material",
                material.toString(),
                pairs()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("audit 'position' takes no material: leave it out");
  }

  @Test
  void namesWhatIsWrongInOneLine() throws IOException {
    assertThat(run("--probe", "astrology")).isEqualTo(2);
    assertThat(err.toString()).contains("--probe 'astrology' is none of [injection");
    assertThat(run("--probe", "position", "--judge", "null:first")).isEqualTo(2);
    assertThat(err.toString()).contains("--probe position needs FILE with pairs");
    assertThat(run("--probe", "thought-diversity", "--judge", "chat:x", "--samples", "20"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--samples 20 needs --temperature above 0");
    assertThat(run("--judge", "null:oracle", pairs())).isEqualTo(2);
    assertThat(err.toString()).contains("is none of [null:uniform, null:first, null:coin]");
  }

  // The scale's five labels are equally likely: 3 is expected of each aspect.
  @Test
  void ratesByExpectedScores() throws IOException {
    assertThat(execute("rate", "--example", "--judge", "null:uniform", "-o", "json")).isZero();

    assertThat(Json.mapper().readTree(out.toString()).get(0).get("rating").asDouble())
        .isCloseTo(3, within(1e-12));
  }

  @Test
  void ranksByFilesOfRequestsAndAnswers() throws IOException {
    Path requests = directory.resolve("requests.jsonl");
    assertThat(execute("rank", "--example", "--samples", "1", "--requests", requests.toString()))
        .isZero();
    JsonNode request = Json.mapper().readTree(Files.readString(requests));
    Path answers =
        Files.writeString(
            directory.resolve("answers.jsonl"),
            "{\"key\": " + request.get("custom_id") + ", \"completion\": \"2 > 3 > 1\"}\n");
    out.getBuffer().setLength(0);

    assertThat(execute("rank", "--example", "--samples", "1", "--answers", answers.toString()))
        .isZero();

    assertThat(Json.mapper().readTree(out.toString()).get("ranking"))
        .extracting(place -> place.get("rank").asInt())
        .containsExactly(3, 1, 2);
  }

  private String pairs() throws IOException {
    return Files.writeString(directory.resolve("pairs.jsonl"), PAIRS).toString();
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "audit";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return execute(all);
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "judge";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
