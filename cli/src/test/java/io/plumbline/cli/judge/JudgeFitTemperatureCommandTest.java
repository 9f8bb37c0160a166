package io.plumbline.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.api.v1alpha1.RewardEvidence;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.TemperatureSource;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.cli.PlumblineCommand;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeFitTemperatureCommandTest {
  private static final Verdict FIRST_BY_ONE =
      Verdict.newBuilder()
          .setState(VerdictState.VERDICT_STATE_OK)
          .setModel("length@1")
          .setModelDigest("d1")
          .setRewards(
              RewardEvidence.newBuilder()
                  .setRewardA(3)
                  .setRewardB(2)
                  .setTemperature(1)
                  .setTemperatureSource(TemperatureSource.TEMPERATURE_SOURCE_DEFAULT))
          .build();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  // A margin of 1 in all, right in three of four: σ(1/τ) = 3/4, so τ = 1/log 3 = 0.910239; the pair
  // without a label is not asked about. Bounds as in RewardJudgeTest: 1/(log 3 + 4.243261) and
  // none.
  @Test
  void fitsToLabelledPairsAndSaysHowToUseIt() throws IOException {
    int exit = run(FIRST_BY_ONE, "reward:length", "a", "a", "a", "b", "");

    assertThat(exit).as(err.toString()).isZero();
    JsonNode fitted = Json.mapper().readTree(out.toString());
    assertThat(fitted.get("temperature").asDouble()).isCloseTo(1 / Math.log(3), within(1e-12));
    assertThat(fitted.get("interval").get("lower").asDouble())
        .isCloseTo(1 / (Math.log(3) + 4.243261), within(1e-6));
    assertThat(fitted.get("interval").get("upper").isNull()).isTrue();
    assertThat(fitted.get("pairs").asInt()).isEqualTo(4);
    assertThat(fitted.get("model").asText()).isEqualTo("length@1");
    assertThat(fitted.get("used_so_far_from").asText()).isEqualTo("default");
    assertThat(fitted.get("option").asText()).isEqualTo("--temperature 0.910239");
    assertThat(fitted.get("setting").asText())
        .isEqualTo("plumbline.judge.reward.temperatures.length=0.910239");
  }

  @Test
  void saysInOneLineWhatKeepsItFromAFit() throws IOException {
    assertThat(run(FIRST_BY_ONE, "reward:length", "a", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("the rewards agree with every label; give more pairs");
    assertThat(run(FIRST_BY_ONE, "reward:length", "")).isEqualTo(2);
    assertThat(err.toString()).contains("holds no label; give gold");
    assertThat(run(FIRST_BY_ONE, "chat:x", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("--judge must be reward:NAME, is 'chat:x'");
    Verdict failed =
        Verdict.newBuilder()
            .setState(VerdictState.VERDICT_STATE_FAILED)
            .setDetail("reward-service: NOT_FOUND: no model named x")
            .build();
    assertThat(run(failed, "reward:x", "a", "b")).isEqualTo(2);
    assertThat(err.toString()).contains("no pair has rewards: reward-service: NOT_FOUND");
  }

  private int run(Verdict verdict, String judge, String... golds) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String gold : golds) {
      rows.append(
          "{\"prompt\": \"p%d\", \"a\": \"x\", \"b\": \"y\"%s}\n"
              .formatted(rows.length(), gold.isEmpty() ? "" : ", \"gold\": \"" + gold + "\""));
    }
    Path file = Files.writeString(directory.resolve("pairs.jsonl"), rows);
    try (RecordingEvaluations service =
        new RecordingEvaluations(verdict, RunState.RUN_STATE_SUCCEEDED)) {
      return PlumblineCommand.commandLine()
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true))
          .execute(
              "judge",
              "fit-temperature",
              "--judge",
              judge,
              "--address",
              service.address(),
              "-o",
              "json",
              file.toString());
    }
  }
}
