package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.api.v1alpha1.EvaluateResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GoldenFamiliesOverGrpcTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("plumbline.root", "."), "../shared/golden/trl_losses.json");

  @Test
  void meetsEveryValueOfTrl() throws Exception {
    assumeThat(GOLDEN).as("the golden file is kept beside the project").exists();
    List<GoldenCase> cases = GoldenCase.read(GOLDEN);

    try (ServedObjectives objectives = ServedObjectives.start()) {
      assertThat(cases)
          .hasSize(47)
          .allSatisfy(golden -> check(golden, objectives.stub().evaluate(golden.request())));
    }
  }

  private static void check(GoldenCase golden, EvaluateResponse answer) {
    double[] losses =
        golden.hasTokens()
            ? new double[] {answer.getLoss()}
            : answer.getLossesList().stream().mapToDouble(Double::doubleValue).toArray();
    double[] expected = golden.losses();
    assertThat(losses).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(losses[i])
          .isCloseTo(expected[i], within(golden.precision() * Math.abs(expected[i])));
    }
    double[] gradient = golden.gradient();
    if (gradient.length > 0) {
      double largest = DoubleStream.of(gradient).map(Math::abs).max().getAsDouble();
      assertThat(Requests.values(answer.getGradientsOrThrow("policy_logps")))
          .containsExactly(gradient, within(golden.precision() * largest));
    }
  }
}
