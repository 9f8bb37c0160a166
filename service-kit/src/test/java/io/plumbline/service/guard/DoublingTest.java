package io.plumbline.service.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DoublingTest {

  @Test
  void doublesUpToTheLongest() {
    var backoff = new Doubling(Duration.ofMillis(300), Duration.ofSeconds(2));

    long[] waits =
        LongStream.range(0, 5).map(ignored -> backoff.nextDelayInMillis(new Exception())).toArray();

    // 300 · 2^n, cut at 2000.
    assertThat(waits).containsExactly(300, 600, 1200, 2000, 2000);
  }

  @Test
  void firstWaitIsNoLongerThanTheLongest() {
    var backoff = new Doubling(Duration.ofSeconds(3), Duration.ofSeconds(2));

    assertThat(backoff.nextDelayInMillis(new Exception())).isEqualTo(2000);
  }
}
