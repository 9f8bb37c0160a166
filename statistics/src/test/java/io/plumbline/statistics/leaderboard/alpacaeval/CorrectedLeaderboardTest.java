package io.plumbline.statistics.leaderboard.alpacaeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectedLeaderboardTest {
  private static final CorrectedLeaderboard PLAIN =
      new CorrectedLeaderboard(new Bootstrap(200, 0.95, 42), null, null, null);

  @Test
  void agreesWithThePublishedNumbersWhereNoRowIsMissing() throws IOException {
    AlpacaEvalEntry entry = published("vicuna-7b").get(0);

    assertThat(entry.winRate()).isCloseTo(4.16261116226087, within(1e-6));
    // One judgment per instruction: the clustered error is the published one.
    assertThat(entry.standardError()).isCloseTo(0.6135107768217068, within(1e-6));
    assertThat(entry.discreteWinRate()).isCloseTo(3.602484472049689, within(1e-6));
    assertThat(entry.lengthControlledWinRate()).isCloseTo(6.277, within(0.15));
    // The published error, 0.40 points, leaves the uncertainty of the fit out.
    assertThat(entry.lengthControlledStandardError()).isBetween(0.6, 1.5);
    assertThat(entry.notes()).isEmpty();
  }

  @Test
  void alignsDifficultyByInstructionWhereRowsAreMissing() throws IOException {
    List<Annotation> complete = PublishedAlpacaEval.annotations("vicuna-7b");
    List<Annotation> missing = new ArrayList<>(PublishedAlpacaEval.annotations("wizardlm-13b"));
    List<Annotation> whole = List.copyOf(missing);
    missing.remove(3);

    double aligned = board().entries(List.of(complete, missing)).get(1).lengthControlledWinRate();
    double reference = board().entries(List.of(complete, whole)).get(1).lengthControlledWinRate();
    double shifted =
        new ParityLeaderboard(PublishedAlpacaEval.gamed()).entry(missing).lengthControlledWinRate();

    assertThat(aligned).isCloseTo(reference, within(0.2));
    assertThat(Math.abs(shifted - reference)).isGreaterThan(0.5);
  }

  @Test
  void fitsDifficultyForOtherPromptSets() throws IOException {
    List<AlpacaEvalEntry> entries =
        PLAIN.entries(
            List.of(
                PublishedAlpacaEval.annotations("vicuna-7b"),
                PublishedAlpacaEval.annotations("wizardlm-13b"),
                PublishedAlpacaEval.annotations("claude")));

    assertThat(entries.get(2).notes())
        .anyMatch(note -> note.contains("fitted to the other models"))
        .anyMatch(note -> note.contains("not regularised"));
    // Three models and no gamed baselines come near the published 27.29.
    assertThat(entries.get(2).lengthControlledWinRate()).isBetween(20.0, 35.0);
  }

  @Test
  void countsBothOrdersOfAnInstructionAsOneCluster() {
    List<Annotation> rows =
        List.of(
            new Annotation("p", "base", "model", 2, 5, 5),
            new Annotation("p", "model", "base", 1, 5, 5),
            new Annotation("q", "base", "model", 1, 5, 5),
            new Annotation("q", "model", "base", 2, 5, 5));

    AlpacaEvalEntry entry = PLAIN.entries(List.of(rows)).get(0);

    assertThat(entry.model()).isEqualTo("model");
    assertThat(entry.winRate()).isEqualTo(50);
    // Two clusters with sums of deviations +1 and −1: sqrt(2 / 16 * 2) = 0.5.
    assertThat(entry.standardError()).isCloseTo(50, within(1e-9));
    assertThat(entry.lengthControlledWinRate()).isNaN();
    assertThat(entry.notes()).anyMatch(note -> note.contains("needs at least 5"));
    assertThat(entry.nullJudges()).containsEntry(NullJudge.FIRST, 50.0);
  }

  @Test
  void excludesAndCountsRowsWithoutAVerdict() {
    List<Annotation> rows =
        List.of(
            new Annotation("p", "base", "model", 2, 5, 9),
            new Annotation("p", "base", "model", 2, 5, 9),
            new Annotation("q", "base", "model", Double.NaN, 5, 9),
            new Annotation("r", "base", "model", 7, 5, 9),
            new Annotation("s", "base", "model", 0, 5, 9));

    AlpacaEvalEntry entry = PLAIN.entries(List.of(rows)).get(0);

    assertThat(entry.winRate()).isEqualTo(75);
    assertThat(entry.total()).isEqualTo(2);
    assertThat(entry.excluded()).isEqualTo(2);
    assertThat(entry.duplicates()).isEqualTo(1);
    assertThat(entry.nullJudges()).containsEntry(NullJudge.LONGER, 100.0);
  }

  @Test
  void keepsAModelThatWinsEverythingFinite() {
    List<Annotation> rows = new ArrayList<>();
    for (int prompt = 0; prompt < 40; prompt++) {
      rows.add(new Annotation("p" + prompt, "base", "model", 2, 10 + prompt, 20));
    }

    AlpacaEvalEntry entry = PLAIN.entries(List.of(rows)).get(0);

    assertThat(entry.winRate()).isEqualTo(100);
    assertThat(entry.lengthControlledWinRate()).isBetween(90.0, 100.0);
  }

  @Test
  void givesOneHalfWhereAllAreTied() {
    List<Annotation> rows = new ArrayList<>();
    for (int prompt = 0; prompt < 20; prompt++) {
      rows.add(new Annotation("p" + prompt, "base", "model", 1.5, 10 + prompt, 20));
    }

    AlpacaEvalEntry entry = PLAIN.entries(List.of(rows)).get(0);

    assertThat(entry.winRate()).isEqualTo(50);
    assertThat(entry.standardError()).isZero();
    assertThat(entry.lengthControlledWinRate()).isCloseTo(50, within(1e-6));
  }

  @Test
  void namesABaselineThatNobodyMet() {
    CorrectedLeaderboard board =
        new CorrectedLeaderboard(Bootstrap.DEFAULT, null, null, "unknown-model");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> board.entries(List.of(List.of(new Annotation("p", "base", "model", 2, 1, 1)))))
        .withMessageContaining("unknown-model");
  }

  private static List<AlpacaEvalEntry> published(String model) throws IOException {
    return board().entries(List.of(PublishedAlpacaEval.annotations(model)));
  }

  private static CorrectedLeaderboard board() throws IOException {
    return new CorrectedLeaderboard(
        new Bootstrap(200, 0.95, 42),
        PublishedAlpacaEval.gamed(),
        PublishedAlpacaEval.difficulty(),
        null);
  }
}
