package io.plumbline.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataOrderTest {

  private static List<Integer> epoch(DataOrder order, int epoch) {
    List<Integer> seen = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      seen.addAll(order.batch(3 * epoch + step));
    }
    return seen;
  }

  @Test
  void showsEveryExampleOnceInAnEpoch() {
    DataOrder order = new DataOrder(10, 4, 1);

    assertThat(order.batch(2)).hasSize(2);
    assertThat(epoch(order, 0))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
    assertThat(epoch(order, 1))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList())
        .isNotEqualTo(epoch(order, 0));
  }

  @Test
  void followsFromTheSeedAlone() {
    assertThat(new DataOrder(10, 4, 1).batch(7)).isEqualTo(new DataOrder(10, 4, 1).batch(7));
    assertThat(epoch(new DataOrder(10, 4, 1), 0)).isNotEqualTo(epoch(new DataOrder(10, 4, 2), 0));
  }
}
