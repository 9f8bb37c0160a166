package io.plumbline.statistics.itemresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemResponseTest {
  // Bock and Lieberman (1970), LSAT section 6: frequencies of the answer patterns 00000 to 11111.
  private static final int[] FREQUENCIES = {
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21,
    173, 11, 61, 28, 298
  };

  @Test
  void fitsTheLawSchoolTestWithOneParameter() {
    ItemResponse.Fit fit = new ItemResponse(false).fit(lawSchoolTest());

    // R package ltm (Rizopoulos 2006), rasch(LSAT).
    assertThat(fit.difficulties())
        .containsExactly(new double[] {-3.6153, -1.3224, -0.3176, -1.7301, -2.7802}, within(2e-3));
    assertThat(fit.discriminations()[0]).isCloseTo(0.7551, within(1e-3));
  }

  @Test
  void fitsTheLawSchoolTestWithTwoParameters() {
    ItemResponse.Fit fit = new ItemResponse(true).fit(lawSchoolTest());

    // R package ltm, ltm(LSAT ~ z1).
    assertThat(fit.difficulties())
        .containsExactly(new double[] {-3.3597, -1.3696, -0.2799, -1.8659, -3.1236}, within(5e-3));
    assertThat(fit.discriminations())
        .containsExactly(new double[] {0.8254, 0.7229, 0.8905, 0.6886, 0.6575}, within(2e-3));
    assertThat(fit.abilities()[0]).isLessThan(fit.abilities()[999]);
  }

  @Test
  void namesAnItemWithoutVariation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ItemResponse(false).fit(new int[][] {{1, 0}, {1, 1}}))
        .withMessageContaining("item 0 is right for everybody");
  }

  private static int[][] lawSchoolTest() {
    int[][] correct = new int[1000][5];
    int person = 0;
    for (int pattern = 0; pattern < 32; pattern++) {
      for (int time = 0; time < FREQUENCIES[pattern]; time++, person++) {
        for (int item = 0; item < 5; item++) {
          correct[person][item] = (pattern >> (4 - item)) & 1;
        }
      }
    }
    return correct;
  }
}
