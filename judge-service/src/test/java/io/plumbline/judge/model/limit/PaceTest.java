package io.plumbline.judge.model.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long START = 5_000_000_000L;

  // 120 a minute is one each half second; a second's worth, two, may go at once.
  @Test
  void letsASecondsWorthGoAtOnceAndSpreadsTheRest() {
    Pace pace = new Pace(120, START);

    assertThat(taken(pace, 1, START)).isEqualTo(Duration.ZERO);
    assertThat(taken(pace, 1, START)).isEqualTo(Duration.ZERO);
    assertThat(taken(pace, 1, START)).isEqualTo(Duration.ZERO);
    assertThat(taken(pace, 1, START)).isEqualTo(Duration.ofMillis(500));
    assertThat(taken(pace, 1, START)).isEqualTo(Duration.ofMillis(1_000));
  }

  // 6,000 tokens a minute are 100 a second: 500 taken at once are paid after 4 s, a second being
  // free; 200 of them given back leave 2 s.
  @Test
  void waitsForWhatIsNotPaidYetAndGivesBack() {
    Pace pace = new Pace(6_000, START);

    assertThat(taken(pace, 500, START)).isEqualTo(Duration.ZERO);
    pace.settle(-200);

    assertThat(pace.untilFree(START)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void savesNoMoreThanASecondsWorth() {
    Pace pace = new Pace(60, START);
    long later = START + Duration.ofMinutes(10).toNanos();

    assertThat(taken(pace, 1, later)).isEqualTo(Duration.ZERO);
    assertThat(taken(pace, 1, later)).isEqualTo(Duration.ZERO);
    assertThat(pace.untilFree(later)).isEqualTo(Duration.ofSeconds(1));
  }

  // How long it was to wait for what is taken.
  private static Duration taken(Pace pace, double amount, long now) {
    Duration wait = pace.untilFree(now);
    pace.take(amount, now);
    return wait;
  }

  @Test
  void refusesAPaceOfNothing() {
    assertThatThrownBy(() -> new Pace(0, START)).hasMessageContaining("perMinute is 0.0");
  }

  // A million of each cost 2 and 8: 1,500 and 250 tokens are 0.003 and 0.002.
  @Test
  void pricesTokensByTheMillion() {
    assertThat(new Price(2, 8).of(1_500, 250)).isEqualTo(0.005);
  }
}
