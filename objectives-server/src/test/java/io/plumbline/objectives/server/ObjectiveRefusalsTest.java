package io.plumbline.objectives.server;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.TrlDpoConfiguration;
import io.plumbline.api.v1alpha1.WeightedObjective;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveRefusalsTest {
  private static ServedObjectives objectives;

  @BeforeAll
  static void serve() throws IOException {
    objectives = ServedObjectives.start();
  }

  @AfterAll
  static void stop() {
    objectives.close();
  }

  static Stream<Arguments> wrongObjectives() {
    return Stream.of(
        arguments("objective", "0 of terms", ObjectiveComposition.getDefaultInstance()),
        arguments(
            "objective",
            "2 of terms",
            Requests.objective("dpo", Map.of()).toBuilder()
                .setTrlDpo(TrlDpoConfiguration.getDefaultInstance())
                .build()),
        arguments(
            "objective.terms[0].objective.name",
            "'dopo' is unknown",
            Requests.objective("dopo", Map.of())),
        arguments(
            "objective.terms[0].objective.parameters.beta",
            "-1.0 is not a positive number",
            Requests.objective("dpo", Map.of("beta", -1.0))),
        arguments(
            "objective.terms[0].objective.parameters.beta",
            "NaN is not finite",
            Requests.objective("dpo", Map.of("beta", Double.NaN))),
        arguments(
            "objective.terms[0].objective.parameters.opponents",
            "1000000000 is outside 1 to 64",
            Requests.objective("mnpo", Map.of("opponents", 1e9))),
        arguments(
            "objective.terms[0].objective.parameters",
            "dpo has no 'bta', only [beta]",
            Requests.objective("dpo", Map.of("bta", 0.1))),
        arguments(
            "objective.terms[1].weight",
            "Infinity is not finite",
            Requests.objective("dpo", Map.of()).toBuilder()
                .addTerms(
                    WeightedObjective.newBuilder()
                        .setWeight(Double.POSITIVE_INFINITY)
                        .setObjective(Requests.spec("nca", Map.of())))
                .build()),
        arguments(
            "objective.terms",
            "one reads PAIRS and another SEQUENCES",
            Requests.objective("dpo", Map.of()).toBuilder()
                .addTerms(
                    WeightedObjective.newBuilder().setObjective(Requests.spec("kto", Map.of())))
                .build()),
        arguments(
            "objective.trl_dpo.loss_type",
            "knows no 'sigmoidal'",
            trl(TrlDpoConfiguration.newBuilder().setBeta(0.1).addLossType("sigmoidal"))),
        arguments(
            "objective.trl_dpo.loss_type",
            "0 given",
            trl(TrlDpoConfiguration.newBuilder().setBeta(0.1))),
        arguments(
            "objective.trl_dpo.beta",
            "0.0 is not a positive number",
            trl(TrlDpoConfiguration.newBuilder().addLossType("sigmoid"))));
  }

  @ParameterizedTest
  @MethodSource("wrongObjectives")
  void refusesAnObjectiveThatIsNone(String field, String remedy, ObjectiveComposition objective) {
    new ExpectedRefusal(field, remedy)
        .of(Requests.dpoOfOnePair().setObjective(objective), objectives);
  }

  private static ObjectiveComposition trl(TrlDpoConfiguration.Builder arguments) {
    return ObjectiveComposition.newBuilder().setTrlDpo(arguments).build();
  }
}
