package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveChannel;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.api.v1alpha1.ObjectiveLayout;
import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service says of an objective is enough to call it, whichever it is. */
class EveryObjectiveOverGrpcTest {
  private static final int EXAMPLES = 3;
  private static final int TOKENS = 4;

  /** Some objectives take lists of one size only. */
  private static final List<Integer> LIST_SIZES = List.of(3, 2, 4, 9);

  @Test
  void evaluatesWhateverItDescribes() throws Exception {
    try (ServedObjectives objectives = ServedObjectives.start()) {
      List<ObjectiveDescription> all =
          objectives
              .stub()
              .listObjectives(ListObjectivesRequest.getDefaultInstance())
              .getObjectivesList();

      assertThat(all).isNotEmpty().allSatisfy(description -> check(description, objectives));
    }
  }

  private static void check(ObjectiveDescription description, ServedObjectives objectives) {
    StatusRuntimeException refusal = null;
    for (int size : sizes(description.getSignature().getLayout())) {
      ObjectiveBatch batch = batch(description, size);
      try {
        isWhatTheObjectiveGives(
            description.getName(),
            batch,
            objectives
                .stub()
                .evaluate(
                    EvaluateRequest.newBuilder()
                        .setObjective(Requests.objective(description.getName(), Map.of()))
                        .setBatch(batch)
                        .build()));
        return;
      } catch (StatusRuntimeException e) {
        assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        refusal = e;
      }
    }
    throw new AssertionError(description.getName() + " takes no list size tried", refusal);
  }

  private static List<Integer> sizes(ObjectiveLayout layout) {
    return switch (layout) {
      case OBJECTIVE_LAYOUT_SEQUENCES -> List.of(1);
      case OBJECTIVE_LAYOUT_PAIRS -> List.of(2);
      default -> LIST_SIZES;
    };
  }

  /** A client's batch: it knows the description, not the objective. */
  private static ObjectiveBatch batch(ObjectiveDescription description, int size) {
    ObjectiveBatch.Builder batch = ObjectiveBatch.newBuilder();
    ObjectiveLayout layout = description.getSignature().getLayout();
    for (int example = 0; example < EXAMPLES; example++) {
      if (layout != ObjectiveLayout.OBJECTIVE_LAYOUT_SEQUENCES
          && layout != ObjectiveLayout.OBJECTIVE_LAYOUT_PAIRS) {
        batch.addSequenceCounts(size);
      }
      for (int sequence = 0; sequence < size; sequence++) {
        batch.addLengths(TOKENS);
      }
    }
    Random random = new Random(5);
    for (ObjectiveChannel channel : description.getSignature().getChannelsList()) {
      int count =
          switch (channel.getLevel()) {
            case CHANNEL_LEVEL_TOKEN -> EXAMPLES * size * TOKENS;
            case CHANNEL_LEVEL_SEQUENCE -> EXAMPLES * size;
            default -> EXAMPLES;
          };
      double[] values = random.doubles(count, 0.05, 1).toArray();
      for (int i = 0; i < count; i++) {
        if (channel.getRange().equals("zero or one")) {
          values[i] = i % 2;
        } else if (channel.getName().contains("logps")) {
          values[i] = -values[i];
        }
      }
      batch.putChannels(channel.getName(), Requests.float64(values));
    }
    return batch.build();
  }

  private static void isWhatTheObjectiveGives(
      String name, ObjectiveBatch message, EvaluateResponse answer) {
    Objective objective = Catalogue.standard().create(name, Map.of());
    Signature signature = objective.signature();
    Batch batch =
        Batch.of(
            BatchShape.of(
                signature.layout(),
                numbers(message.getSequenceCountsList()),
                numbers(message.getLengthsList())));
    for (Channel channel :
        Stream.concat(signature.differentiable().stream(), signature.constants().stream())
            .toList()) {
      batch = batch.with(channel, Requests.values(message.getChannelsOrThrow(channel.name())));
    }
    Evaluation evaluation = objective.evaluate(batch, ObjectiveState.EMPTY);

    assertThat(answer.getLoss()).as(name).isEqualTo(evaluation.loss());
    assertThat(answer.getMetricsMap()).isEqualTo(evaluation.metrics().means());
    assertThat(answer.getState().getValuesMap()).isEqualTo(evaluation.state().values());
    assertThat(answer.getGradientsMap()).hasSameSizeAs(evaluation.gradients());
    evaluation
        .gradients()
        .forEach(
            (channel, gradient) ->
                assertThat(Requests.values(answer.getGradientsOrThrow(channel.name())))
                    .as(name + " " + channel)
                    .isEqualTo(gradient));
  }

  private static int[] numbers(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
