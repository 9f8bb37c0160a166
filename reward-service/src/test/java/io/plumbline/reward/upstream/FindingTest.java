package io.plumbline.reward.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rewards are of the better and the worse answer of each pair, in turn. */
class FindingTest {

  @Test
  void trustsRewardsThatTellThePairsApart() {
    Finding finding = Finding.of(List.of(4.0, -2.0, 1.0, -1.0), List.of(0.98, 0.12, 0.73, 0.27));

    assertThat(finding.state()).isEqualTo(Finding.State.SOUND);
    // ((4 + 2) + (1 + 1)) / 2
    assertThat(finding.margin()).isCloseTo(4, within(1e-12));
  }

  @Test
  void trustsSmallRewardsThatTheActivationChanges() {
    Finding finding = Finding.of(List.of(0.2, 0.1), List.of(0.5498, 0.525));

    assertThat(finding.state()).isEqualTo(Finding.State.SOUND);
  }

  @Test
  void findsNumbersThatTheActivationMadeWhateverWasAsked() {
    Finding finding = Finding.of(List.of(0.98, 0.12), List.of(0.9801, 0.12));

    assertThat(finding.state()).isEqualTo(Finding.State.SQUASHED);
  }

  @Test
  void findsTheWrongSignInMostPairs() {
    List<Double> raw = List.of(-4.0, 2.0, -1.0, 1.0, 3.0, 0.0);

    assertThat(Finding.of(raw, raw).state()).isEqualTo(Finding.State.UPSIDE_DOWN);
  }

  @Test
  void findsThatNothingIsTold() {
    assertThat(Finding.of(List.of(1.0, 1.0), List.of(1.0, 1.0)).state())
        .isEqualTo(Finding.State.CONSTANT);
  }
}
