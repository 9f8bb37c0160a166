package io.plumbline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.cli.output.ProgressBar;
import org.junit.jupiter.api.Test;

class RecipeProgressTest {
  @Test
  void countsAStepThatWasRepeatedAfterAnInterruptionOnce() {
    RecipeSpec spec =
        RecipeSpec.newBuilder().addStages(Stage.newBuilder().setName(DemoRecipe.TUNE)).build();
    RecipeProgress progress = new RecipeProgress(spec, ProgressBar.onStandardError());

    progress.accept(step(1, 0.69));
    progress.accept(step(2, 0.60));
    progress.accept(step(2, 0.61));
    progress.accept(step(3, 0.50));

    assertThat(progress.training())
        .extracting(metrics -> metrics.getValuesOrThrow("loss"))
        .containsExactly(0.69, 0.61, 0.50);
  }

  private static RunEvent step(long step, double loss) {
    return RunEvent.newBuilder()
        .setMetrics(
            Metrics.newBuilder().setPhase("tune/train").setStep(step).putValues("loss", loss))
        .build();
  }
}
