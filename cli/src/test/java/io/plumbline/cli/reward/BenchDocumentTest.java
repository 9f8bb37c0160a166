package io.plumbline.cli.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.Score;
import io.plumbline.preference.Completion;
import io.plumbline.preference.PreferencePair;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Margins and expected values as in PairEvaluationTest of reward-models (NumPy and SciPy). */
class BenchDocumentTest {
  private static final double[] MARGINS = {2.0, 1.0, -0.5, 3.0, -1.5, 0.2};

  @Test
  void measuresAModelBesideItsNullBaselines() {
    List<PreferencePair> pairs = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    for (int number = 0; number < MARGINS.length; number++) {
      // The chosen one is longer in the first two pairs only.
      pairs.add(pair("prompt " + number / 2, number < 2 ? "longer" : "few"));
      scores.add(Score.newBuilder().setReward(MARGINS[number] + 1).build());
      scores.add(Score.newBuilder().setReward(1).build());
    }
    pairs.add(pair("prompt 9", "unscored"));
    scores.add(Score.newBuilder().setReason("the completion has no text").build());
    scores.add(Score.newBuilder().setReward(1).build());

    BenchDocument document =
        BenchDocument.of(
            new PairFile(pairs, List.of()), new BatchedScores("head@1", "digest", scores));

    assertThat(document.pairs()).isEqualTo(6);
    assertThat(document.prompts()).isEqualTo(3);
    assertThat(document.unscored()).isEqualTo(1);
    assertThat(document.accuracy()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(document.expectedCalibrationError()).isCloseTo(0.347894030434744, within(1e-12));
    assertThat(document.logLoss()).isCloseTo(0.6270676969465647, within(1e-12));
    assertThat(document.temperature()).isCloseTo(1.6849378883001176, within(1e-6));
    assertThat(document.nullBaselines())
        .containsEntry("longer", 2 / 6.0)
        .containsEntry("shorter", 1 - 2 / 6.0)
        .containsEntry("coin", 0.5);
    // Right by prompt: 2, 1, 1 of 2; deviations 2/3, −1/3, −1/3; variance (6/9) / 36 · 3/2 = 1/36;
    // t(2, .975) = 4.302653
    assertThat(document.accuracyInterval().lower()).isCloseTo(4 / 6.0 - 4.302653 / 6, within(1e-6));
  }

  private static PreferencePair pair(String prompt, String chosen) {
    return PreferencePair.of(
        new PlainText(prompt), Completion.text(chosen), Completion.text("short"));
  }
}
