package io.plumbline.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void givesThePublishedSplitMixSequence() {
    RandomStream random = new RandomStream(1234567);

    // Rosetta Code, "Pseudo-random numbers/Splitmix64", first five outputs of seed 1234567.
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("6457827717110365317"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("3203168211198807973"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("4593380528125082431"));
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
  }

  @Test
  void drawsEveryValueBelowTheBoundEquallyOften() {
    RandomStream random = new RandomStream(1);
    int[] counts = new int[5];
    for (int draw = 0; draw < 50_000; draw++) {
      counts[random.nextInt(5)]++;
    }

    // Binomial(50000, 1/5): standard deviation 89, so 450 is five of them.
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9_550, 10_450));
  }

  @Test
  void refusesABoundThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomStream(1).nextInt(0))
        .withMessageContaining("bound is 0");
  }

  @Test
  void drawsStandardNormalNumbers() {
    RandomStream random = new RandomStream(5);
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < 100_000; draw++) {
      double value = random.nextGaussian();
      sum += value;
      squares += value * value;
    }

    // Standard errors of mean and variance: 0.0032 and 0.0045.
    assertThat(sum / 100_000).isBetween(-0.016, 0.016);
    assertThat(squares / 100_000).isBetween(0.977, 1.023);
  }

  @Test
  void shufflesWithoutLosingAValue() {
    int[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    new RandomStream(3).shuffle(values);

    assertThat(values).isNotEqualTo(new int[] {1, 2, 3, 4, 5, 6, 7, 8});
    Arrays.sort(values);
    assertThat(values).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void givesStreamsOfOneSeedThatDiffer() {
    assertThat(RandomStream.of(7, 0).nextLong()).isNotEqualTo(RandomStream.of(7, 1).nextLong());
    assertThat(RandomStream.of(7, 1).nextLong()).isEqualTo(RandomStream.of(7, 1).nextLong());
  }
}
