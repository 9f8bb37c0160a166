package io.plumbline.statistics.leaderboard.arenahard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arena-Hard's own judgment files, as show_result.py of v0.1 and of v2 turns them into battles. */
class JudgmentFileTest {
  private static final String V2 =
      """
      {"uid": "q", "category": "hard_prompt", "model": "org/m", "baseline": "base", "games": [{"score": "A>>B", "judgment": {"answer": "x"}}, {"score": "A=B"}]}
      {"uid": "r", "category": "hard_prompt", "model": "org/m", "baseline": "base", "games": [{"score": "B>A"}, {"score": "A>>B"}]}
      {"uid": "s", "category": "hard_prompt", "model": "org/m", "baseline": "base", "games": [{"score": "B>A"}, null]}
      {"uid": "t", "category": "hard_prompt", "model": "org/m", "baseline": "base", "games": [{"score": null}, {"score": "A>B"}]}
      """;

  @Test
  void countsAStrongVerdictThreeTimesAndDropsAQuestionThatIsHalfJudged() throws IOException {
    Battles battles = read(V2, JudgmentChoice.ALL);

    // q: baseline wins 3, tie 1; r: model wins 1 and 3; s and t lack a game.
    assertThat(battles.count()).isEqualTo(8);
    assertThat(battles.unjudged()).isEqualTo(4);
    assertThat(battles.models()).containsExactly("base", "m");
    List<ArenaHardEntry> entries =
        new MeanScore(new Bootstrap(50, 0.9, 1), true).entries(battles, "base");
    // 0 · 3 + 0.5 + 1 + 3 of 8 points.
    assertThat(entries.get(0).score()).isCloseTo(100 * 4.5 / 8, within(1e-9));
    assertThat(entries.get(0).notes()).anyMatch(note -> note.contains("4 games without a verdict"));
  }

  @Test
  void keepsTheOtherGameInTheFirstVersion() throws IOException {
    Battles battles =
        read(
            """
            {"question_id": "q", "model": "m", "games": [{"score": "B>>A"}, {"score": null}]}
            {"question_id": "r", "model": "m", "games": [{"score": "A>B"}, {"score": "B>>A"}]}
            """,
            JudgmentChoice.ALL);

    // q: model wins 3; r: baseline wins 1, then B is the baseline in the second game: 3.
    assertThat(battles.models()).containsExactly("gpt-4-0314", "m");
    assertThat(battles.count()).isEqualTo(7);
    assertThat(battles.unjudged()).isEqualTo(1);
    ArenaHardEntry model =
        new ArenaHardParity(new Bootstrap(20, 0.95, 1))
            .entries(battles, null).stream()
                .filter(entry -> entry.model().equals("m"))
                .findFirst()
                .orElseThrow();
    // Against a baseline alone the score is the share of points: 3 of 7.
    assertThat(model.score()).isEqualTo(42.86);
  }

  @Test
  void neverMixesCategories() throws IOException {
    String both = V2 + V2.replace("hard_prompt", "creative_writing").replace("\"base\"", "\"b2\"");

    assertThatIOException()
        .isThrownBy(() -> read(both, JudgmentChoice.ALL))
        .withMessageContaining("--category: [creative_writing, hard_prompt]");
    assertThat(read(both, new JudgmentChoice(null, "creative_writing")).models())
        .containsExactly("b2", "m");
    assertThatIOException()
        .isThrownBy(() -> read(both, new JudgmentChoice(null, "math")))
        .withMessageContaining("no judgment is of category math");
  }

  @Test
  void setsALineWithoutModelAside() throws IOException {
    Battles battles = read(V2 + "{\"uid\": \"u\", \"games\": []}\n", JudgmentChoice.ALL);

    assertThat(battles.badExamples()).containsExactly("f, line 5: a judgment needs uid and model");
  }

  private static Battles read(String text, JudgmentChoice choice) throws IOException {
    return BattleReader.read(new BufferedReader(new StringReader(text)), "f", choice);
  }
}
