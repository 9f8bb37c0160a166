package io.plumbline.statistics.leaderboard.arenahard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ArenaHardTest {
  private static final ArenaHardParity PARITY = new ArenaHardParity(new Bootstrap(100, 0.95, 42));
  private static final ArenaHardCorrected CORRECTED =
      new ArenaHardCorrected(new Bootstrap(300, 0.95, 42));

  @Test
  void reproducesThePublishedScore() throws IOException {
    ArenaHardEntry entry = entry(PARITY.entries(published(), null), "gpt-3.5-turbo-0125");

    // leaderboard_20240731.csv: 23.34, interval 21.67 to 25.27 (unseeded).
    assertThat(entry.score()).isCloseTo(23.34, within(0.05));
    assertThat(entry.lower()).isCloseTo(21.67, within(0.7));
    assertThat(entry.upper()).isCloseTo(25.27, within(0.7));
  }

  @Test
  void putsTheBaselineAtOneHalf() throws IOException {
    assertThat(entry(PARITY.entries(published(), "gpt-4-0314"), "gpt-4-0314"))
        .extracting(ArenaHardEntry::score, ArenaHardEntry::lower, ArenaHardEntry::upper)
        .containsExactly(50.0, 50.0, 50.0);
  }

  @Test
  void widensTheIntervalByWholeQuestions() throws IOException {
    ArenaHardEntry peer = entry(PARITY.entries(published(), null), "gpt-3.5-turbo-0125");
    ArenaHardEntry ours = entry(CORRECTED.entries(published(), null), "gpt-3.5-turbo-0125");

    assertThat(ours.score()).isCloseTo(peer.score(), within(0.02));
    assertThat(ours.upper() - ours.lower()).isGreaterThan(1.2 * (peer.upper() - peer.lower()));
  }

  @Test
  void refusesAParityNumberWhereAModelWinsEverything() throws IOException {
    Battles battles =
        read("question_id,model_a,model_b,winner\nq,base,m,model_b\nr,base,m,model_b");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PARITY.entries(battles, "base"))
        .withMessageContaining("--mode corrected");
    ArenaHardEntry entry = entry(CORRECTED.entries(battles, "base"), "m");
    assertThat(entry.score()).isBetween(95.0, 100.0);
    assertThat(entry.notes()).anyMatch(note -> note.contains("ridge"));
  }

  @Test
  void givesOneHalfWhereAllAreTied() throws IOException {
    Battles battles = read("question_id,model_a,model_b,winner\nq,base,m,tie\nr,base,m,tie");

    assertThat(entry(PARITY.entries(battles, "base"), "m").score()).isEqualTo(50);
    assertThat(entry(CORRECTED.entries(battles, null), "m").score()).isCloseTo(50, within(1e-9));
  }

  @Test
  void scoresEachModelByItsPointsAgainstTheBaseline() throws IOException {
    // Only battles against the baseline: the Bradley-Terry win rate is the share of points, 2.5 /
    // 4.
    Battles battles =
        read(
            """
            {"question_id": "q", "model_a": "base", "model_b": "m", "winner": "model_b"}
            {"question_id": "q", "model_a": "base", "model_b": "m", "winner": "tie (bothbad)"}
            {"question_id": 7, "model_a": "base", "model_b": "m", "winner": "model_a"}
            {"question_id": "s", "model_a": "m", "model_b": "base", "winner": "model_a"}
            """);

    assertThat(entry(PARITY.entries(battles, "base"), "m").score()).isEqualTo(62.5);
    assertThat(battles.questions()).isEqualTo(3);
  }

  @Test
  void setsBadRowsAsideWithTheirLines() throws IOException {
    Battles battles =
        read(
            """
            question_id,model_a,model_b,winner
            q,base,m,model_a
            q,base,m,nobody
            q,base,,tie
            q,base,base,tie
            r,base,"m",model_b
            """);

    assertThat(battles.count()).isEqualTo(2);
    assertThat(battles.badRows()).isEqualTo(3);
    assertThat(battles.badExamples())
        .containsExactly(
            "f, line 3: winner is 'nobody', not model_a, model_b or tie",
            "f, line 4: has no model_b",
            "f, line 5: model_a and model_b are both 'base'");
    assertThat(CORRECTED.entries(battles, "base").get(0).notes())
        .anyMatch(note -> note.contains("3 rows were left out"));
    assertThatIllegalArgumentException().isThrownBy(() -> PARITY.entries(battles, "base"));
  }

  @Test
  void namesAnUnknownBaseline() throws IOException {
    Battles battles = read("question_id,model_a,model_b,winner\nq,x,y,tie\nq,y,z,tie");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PARITY.entries(battles, "nobody"))
        .withMessageContaining("--baseline nobody is in no battle");
  }

  @Test
  void namesAMissingColumn() {
    assertThatIOException()
        .isThrownBy(() -> read("question_id,model_a,model_b\nq,x,y"))
        .withMessageContaining("no column winner");
  }

  private static ArenaHardEntry entry(List<ArenaHardEntry> entries, String model) {
    return entries.stream().filter(entry -> entry.model().equals(model)).findFirst().orElseThrow();
  }

  private static Battles read(String text) throws IOException {
    return BattleReader.read(new BufferedReader(new StringReader(text)), "f");
  }

  private static Battles published() throws IOException {
    Path file = SharedData.require("arena_hard/battles.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return BattleReader.read(reader, file.toString());
    }
  }
}
