package io.plumbline.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledJudgmentsTest {

  @Test
  void setsNullJudgesBesideTheJudge() {
    // The judge is right on all four; the longer answer is labelled best on two, the first on
    // three.
    LabelledJudgments result =
        LabelledJudgments.of(
            List.of(
                new LabelledJudgments.Pair("p", "first", "first", 9, 5),
                new LabelledJudgments.Pair("q", "first", "first", 9, 5),
                new LabelledJudgments.Pair("r", "first", "first", 5, 9),
                new LabelledJudgments.Pair("s", "second", "second", 9, 5)),
            Bootstrap.DEFAULT);

    assertThat(result.judge().estimate()).isEqualTo(1);
    assertThat(result.nullJudges().get("longer").estimate()).isEqualTo(0.5);
    assertThat(result.nullJudges().get("shorter").estimate()).isEqualTo(0.5);
    assertThat(result.nullJudges().get("first").estimate()).isEqualTo(0.75);
    assertThat(result.advantages().get("first").difference()).isEqualTo(0.25);
    // Four pairs cannot tell 100 from 75 per cent.
    assertThat(result.indistinguishable()).contains("first");
  }

  @Test
  void countsFairEvalsHumanVerdicts() throws IOException {
    List<String> verdicts =
        Files.readAllLines(SharedData.require("faireval/review_gpt35_vicuna-13b_human.txt"));
    List<LabelledJudgments.Pair> pairs =
        IntStream.range(0, verdicts.size())
            .mapToObj(
                number ->
                    new LabelledJudgments.Pair(
                        "q" + number,
                        switch (verdicts.get(number).strip().toUpperCase(Locale.ROOT)) {
                          case "CHATGPT" -> "first";
                          case "VICUNA13B" -> "second";
                          default -> "tie";
                        },
                        "tie",
                        0,
                        0))
            .toList();

    LabelledJudgments result = LabelledJudgments.of(pairs, Bootstrap.DEFAULT);

    // Published: ChatGPT 41, Vicuna 25, tie 14 of 80.
    assertThat(result.nullJudges().get("first").estimate()).isEqualTo(41.0 / 80);
    assertThat(result.judge().estimate()).isEqualTo(14.0 / 80);
  }

  @Test
  void refusesNoPairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledJudgments.of(List.of(), Bootstrap.DEFAULT))
        .withMessageContaining("no labelled pair");
  }
}
