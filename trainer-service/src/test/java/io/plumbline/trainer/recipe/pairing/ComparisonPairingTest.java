package io.plumbline.trainer.recipe.pairing;

import static io.plumbline.trainer.recipe.pairing.Scored.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonPairingTest {

  @Test
  void comparesTheSamePlacesOfTheSamePrompts() {
    var result =
        ComparisonPairing.pair(
            List.of(completion("p", "a1"), completion("q", "a2"), completion("p", "a3")),
            List.of(completion("p", "b1"), completion("p", "b2"), completion("q", "b3")));

    assertThat(result.comparisons())
        .extracting(
            comparison -> comparison.getId(),
            comparison -> comparison.getA().getParts(0).getText(),
            comparison -> comparison.getB().getParts(0).getText())
        .containsExactly(
            tuple("p/1", "a1", "b1"), tuple("p/2", "a3", "b2"), tuple("q/1", "a2", "b3"));
    assertThat(result.unmatched()).isZero();
  }

  @Test
  void countsWhatHasNoCounterpart() {
    var result =
        ComparisonPairing.pair(
            List.of(completion("p", "a1"), completion("p", "a2"), completion("q", "a3")),
            List.of(completion("p", "b1"), completion("r", "b2")));

    assertThat(result.comparisons()).hasSize(1);
    // a2, a3 and b2.
    assertThat(result.unmatched()).isEqualTo(3);
  }
}
