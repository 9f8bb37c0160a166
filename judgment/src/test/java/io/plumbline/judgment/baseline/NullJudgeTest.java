package io.plumbline.judgment.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NullJudgeTest {

  @Test
  void countsCodePoints() {
    // One emoji is one code point but two UTF-16 units.
    assertThat(new LengthJudge(true).judge(comparison("1", "ab", "😀"))).isEqualTo(Winner.FIRST);
    assertThat(new LengthJudge(false).judge(comparison("1", "ab", "😀"))).isEqualTo(Winner.SECOND);
    assertThat(new LengthJudge(true).judge(comparison("1", "ab", "cd"))).isEqualTo(Winner.TIE);
  }

  @Test
  void tossesTheSameCoinAgain() {
    CoinJudge coin = new CoinJudge(5);

    assertThat(coin.judge(comparison("x", "a", "b")))
        .isEqualTo(new CoinJudge(5).judge(comparison("x", "other", "texts")));
  }

  // 10,000 fair tosses: 5,000 ± 4·50.
  @Test
  void tossesAFairCoin() {
    CoinJudge coin = new CoinJudge(5);
    long first =
        IntStream.range(0, 10_000)
            .filter(i -> coin.judge(comparison("id-" + i, "a", "b")) == Winner.FIRST)
            .count();

    assertThat(first).isBetween(4800L, 5200L);
  }

  private static Comparison comparison(String id, String first, String second) {
    return new Comparison(
        id, "p", new PlainText("p"), Completion.text(first), Completion.text(second));
  }
}
