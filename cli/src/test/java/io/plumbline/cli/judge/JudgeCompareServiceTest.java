package io.plumbline.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Media;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.OrderVerdict;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.Sampling;
import io.plumbline.api.v1alpha1.ShownOrder;
import io.plumbline.api.v1alpha1.TranscriptEntry;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.cli.PlumblineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What judge compare sends to judge-service, over a socket. */
class JudgeCompareServiceTest {
  private static final OrderVerdict ORDER =
      OrderVerdict.newBuilder()
          .setState(VerdictState.VERDICT_STATE_OK)
          .setWinner(Winner.WINNER_B)
          .setRawText("B")
          .build();
  private static final Verdict VERDICT =
      Verdict.newBuilder()
          .setState(VerdictState.VERDICT_STATE_OK)
          .setWinner(Winner.WINNER_B)
          .setForward(ORDER)
          .build();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void sendsTurnsRolesAndMediaAsTheRowHasThem() throws IOException {
    Comparison sent =
        sent(
            "{\"id\": \"x\", \"prompt\": ["
                + "{\"role\": \"system\", \"content\": \"Be brief.\"},"
                + "{\"role\": \"developer\", \"content\": \"No lists.\"},"
                + "{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"What?\"},"
                + " {\"type\": \"image\", \"image\": \"data:image/png;base64,aGk=\"}]}],"
                + " \"a\": [{\"role\": \"assistant\", \"content\": \"a cat\"}],"
                + " \"b\": [{\"role\": \"assistant\", \"content\": [{\"type\": \"audio\","
                + " \"audio\": \"https://example.org/dog.wav\"}]}]}");

    // aGk= is "hi" in base64.
    Media image =
        Media.newBuilder()
            .setMimeType("image/png")
            .setContent(com.google.protobuf.ByteString.copyFromUtf8("hi"))
            .build();
    assertThat(sent.getPrompt().getMessagesList())
        .containsExactly(
            turn(Role.ROLE_SYSTEM, text("Be brief.")),
            turn(Role.ROLE_DEVELOPER, text("No lists.")),
            turn(Role.ROLE_USER, text("What?"), ContentPart.newBuilder().setImage(image).build()));
    assertThat(sent.getA().getPartsList()).containsExactly(text("a cat"));
    assertThat(sent.getB().getParts(0).getAudio().getUri())
        .isEqualTo("https://example.org/dog.wav");
  }

  @Test
  void sendsTheTurnsOfACompletion() throws IOException {
    Comparison sent =
        sent(
            "{\"prompt\": \"p\", \"b\": \"y\", \"a\": ["
                + "{\"role\": \"assistant\", \"content\": \"one\"},"
                + "{\"role\": \"user\", \"content\": \"more\"}]}");

    assertThat(sent.getA().getPartsList()).isEmpty();
    assertThat(sent.getATurnsList())
        .containsExactly(
            turn(Role.ROLE_ASSISTANT, text("one")), turn(Role.ROLE_USER, text("more")));
    assertThat(sent.getB().getPartsList()).containsExactly(text("y"));
    assertThat(sent.getBTurnsList()).isEmpty();
  }

  @Test
  void saysWhichRowHoldsAMediumThatIsNoBase64() throws IOException {
    String row =
        "{\"id\": \"x\", \"prompt\": \"p\", \"b\": \"y\", \"a\": [{\"role\": \"assistant\","
            + " \"content\": [{\"type\": \"image\", \"image\": \"data:image/png;base64,?\"}]}]}";

    try (RecordingEvaluations service =
        new RecordingEvaluations(VERDICT, RunState.RUN_STATE_SUCCEEDED)) {
      assertThat(run(service, row)).isEqualTo(2);
    }
    assertThat(err.toString()).contains("comparison 'x': a medium is no base64");
  }

  @Test
  void judgesByTheRowsPrincipleUnlessTheCommandNamesOne() throws IOException {
    String row = "{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\", \"principle\": \"brevity\"}";

    EvaluationSpec own = specs(row).get(0);
    EvaluationSpec overridden = specs(row, "--principle", "depth").get(0);

    assertThat(own.getComparisons(0).getPrinciple()).isEqualTo("brevity");
    assertThat(own.getJudges(0).getPrinciple()).isEmpty();
    assertThat(overridden.getComparisons(0).getPrinciple()).isEmpty();
    assertThat(overridden.getJudges(0).getPrinciple()).isEqualTo("depth");
  }

  // Each row has 1,000,000 characters in its prompt, which is its cluster too: 2 MB. 32 MiB hold
  // 16 of them (33,554,432 / 2,000,000), so 40 rows, 80 MB, need 3 evaluations.
  @Test
  void sendsWhatNoMessageHoldsInParts() throws IOException {
    String text = "x".repeat(1_000_000);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      rows.append("{\"prompt\": \"").append(text).append("\", \"a\": \"x\", \"b\": \"y\"}\n");
    }

    List<EvaluationSpec> specs = specs(rows.toString());

    assertThat(specs).extracting(EvaluationSpec::getComparisonsCount).containsExactly(16, 16, 8);
    assertThat(out.toString().lines()).hasSize(40);
  }

  @Test
  void printsVerdictsInTheRowsOrderWhileTheyAreFetched() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 450; i++) {
      rows.append(
          "{\"id\": \"r%d\", \"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}\n".formatted(i));
    }

    try (RecordingEvaluations service =
        new RecordingEvaluations(VERDICT, RunState.RUN_STATE_SUCCEEDED)) {
      service.lost = 400;
      assertThat(run(service, rows.toString())).isNotZero();
    }

    assertThat(err.toString()).contains("judge-service");
    assertThat(out.toString().lines())
        .hasSize(400)
        .first()
        .asString()
        .startsWith("{\"id\":\"r0\",");
    assertThat(out.toString().lines().skip(399)).first().asString().contains("\"id\":\"r399\"");
  }

  @Test
  void printsWhatTheJudgeWroteBeforeItsVerdict() throws IOException {
    Verdict spoken =
        VERDICT.toBuilder()
            .addTranscript(
                TranscriptEntry.newBuilder()
                    .setStage("tool_results")
                    .setOrder(ShownOrder.SHOWN_ORDER_REVERSE)
                    .setFromTools(true)
                    .setText("1+1 -> 2"))
            .build();

    try (RecordingEvaluations service =
        new RecordingEvaluations(spoken, RunState.RUN_STATE_SUCCEEDED)) {
      assertThat(run(service, "{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}")).isZero();
    }

    assertThat(out)
        .hasToString(
            "{\"id\":\"1\",\"state\":\"OK\",\"winner\":\"b\",\"transcript\":["
                + "{\"stage\":\"tool_results\",\"order\":\"reverse\",\"from_tools\":true,"
                + "\"text\":\"1+1 -> 2\"},{\"stage\":\"verdict\",\"text\":\"B\"}]}\n");
  }

  @Test
  void sendsHowTheJudgeIsAsked() throws IOException {
    JudgeSpec judge =
        specs(
                "{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}",
                "--protocol",
                "critique",
                "--samples",
                "5",
                "--temperature",
                "0.7",
                "--mitigation",
                "examples",
                "--max-tokens",
                "900",
                "--top-p",
                "0.9",
                "--sampling-seed",
                "7",
                "--reasoning-effort",
                "low")
            .get(0)
            .getJudges(0);

    assertThat(judge)
        .isEqualTo(
            JudgeSpec.newBuilder()
                .setName("judge")
                .setModel("chat:default")
                .setProtocol("critique")
                .setSamples(5)
                .setTemperature(0.7)
                .setMitigation("examples")
                .setSampling(
                    Sampling.newBuilder()
                        .setMaxCompletionTokens(900)
                        .setTopP(0.9)
                        .setSeed(7)
                        .setReasoningEffort("low"))
                .build());
  }

  @Test
  void makesAJuryOfSeveralJudges() throws IOException {
    JudgeSpec jury =
        specs(
                "{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}",
                "--judge",
                "chat:one",
                "--judge",
                "chat:two",
                "--judge",
                "reward:three",
                "--principle",
                "brevity")
            .get(0)
            .getJudges(0);

    assertThat(jury.getModel()).isEmpty();
    assertThat(jury.getPrinciple()).isEqualTo("brevity");
    assertThat(jury.getJuryList())
        .extracting(juror -> juror.getName() + " " + juror.getModel() + " " + juror.getProtocol())
        .containsExactly(
            "chat:one chat:one pairwise",
            "chat:two chat:two pairwise",
            "reward:three reward:three pairwise");
  }

  @Test
  void refusesTwoRowsOfOneId() throws IOException {
    String row = "{\"id\": \"x\", \"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}\n";

    try (RecordingEvaluations service =
        new RecordingEvaluations(VERDICT, RunState.RUN_STATE_SUCCEEDED)) {
      assertThat(run(service, row + row)).isEqualTo(2);
    }
    assertThat(err.toString()).contains("two comparisons have the id 'x'");
  }

  @Test
  void saysWhyAnEvaluationFailed() throws IOException {
    try (RecordingEvaluations service =
        new RecordingEvaluations(VERDICT, RunState.RUN_STATE_FAILED)) {
      assertThat(run(service, "{\"prompt\": \"p\", \"a\": \"x\", \"b\": \"y\"}")).isEqualTo(1);
    }
    assertThat(err.toString()).contains("evaluation 0: the budget is spent");
  }

  private Comparison sent(String row) throws IOException {
    return specs(row).get(0).getComparisons(0);
  }

  private List<EvaluationSpec> specs(String rows, String... more) throws IOException {
    try (RecordingEvaluations service =
        new RecordingEvaluations(VERDICT, RunState.RUN_STATE_SUCCEEDED)) {
      assertThat(run(service, rows, more)).as(err.toString()).isZero();
      return service.specs;
    }
  }

  private int run(RecordingEvaluations service, String rows, String... more) throws IOException {
    Path pairs = Files.writeString(directory.resolve("pairs.jsonl"), rows);
    List<String> arguments =
        new ArrayList<>(List.of("judge", "compare", "--address", service.address()));
    if (!List.of(more).contains("--judge")) {
      arguments.addAll(List.of("--judge", "chat:default"));
    }
    arguments.addAll(List.of(more));
    arguments.add(pairs.toString());
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private static Message turn(Role role, ContentPart... parts) {
    return Message.newBuilder().setRole(role).addAllParts(List.of(parts)).build();
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }
}
