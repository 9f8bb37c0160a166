package io.plumbline.reward.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.rewardmodels.evaluation.JudgedPair;
import io.plumbline.rewardmodels.evaluation.TemperatureFit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModelVersionTest {

  @Test
  void hasTheTemperatureThatItsTrainingFitted() {
    assertThat(temperature(Map.of("temperature", 0.5))).hasValue(0.5);
  }

  // Two pairs that are right determine nothing but the end of the search, two that are wrong the
  // other.
  @Test
  void hasNoneWhereTheHeldOutPairsDidNotDetermineIt() {
    for (double margin : new double[] {1, -1}) {
      JudgedPair pair = new JudgedPair(margin, 1);
      double end = TemperatureFit.of(List.of(pair, pair)).temperature();

      assertThat(temperature(Map.of("temperature", end))).as("end %s", end).isEmpty();
    }
    assertThat(temperature(Map.of())).isEmpty();
  }

  private static OptionalDouble temperature(Map<String, Double> metrics) {
    return new ModelVersion("m", 1, List.of(), "bradley-terry-head", "d", metrics).temperature();
  }
}
