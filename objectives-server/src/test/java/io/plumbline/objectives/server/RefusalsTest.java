package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.GetObjectiveRequest;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ObjectiveState;
import io.plumbline.api.v1alpha1.ObjectiveStatistics;
import io.plumbline.api.v1alpha1.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
  private static ServedObjectives objectives;

  @BeforeAll
  static void serve() throws IOException {
    objectives = ServedObjectives.start();
  }

  @AfterAll
  static void stop() {
    objectives.close();
  }

  static Stream<Arguments> wrongTensors() {
    return Stream.of(
        arguments("3 values for 2 tokens", Requests.float64(-1, -2, -3)),
        arguments("sequence 1 holds NaN", Requests.float64(-1, Double.NaN)),
        arguments("sequence 0 holds -Infinity", Requests.float32(Double.NEGATIVE_INFINITY, -2)),
        arguments(
            "give FLOAT32 or FLOAT64",
            Requests.float64(-1, -2).toBuilder()
                .setDataType(Tensor.DataType.DATA_TYPE_INT64)
                .build()),
        arguments("give shape [values]", Requests.float64(-1, -2).toBuilder().clearShape().build()),
        arguments(
            "give shape [values]",
            Requests.float64(-1, -2).toBuilder().setShape(0, 1L << 40).build()),
        arguments(
            "15 bytes",
            Requests.float64(-1, -2).toBuilder()
                .setData(ByteString.copyFrom(new byte[15]))
                .build()));
  }

  @ParameterizedTest
  @MethodSource("wrongTensors")
  void refusesAChannelThatDoesNotFit(String remedy, Tensor tensor) {
    EvaluateRequest.Builder request = Requests.dpoOfOnePair();
    request.getBatchBuilder().putChannels("policy_logps", tensor);

    refuses("batch.channels.policy_logps", remedy, request);
  }

  @Test
  void refusesAMissingChannel() {
    EvaluateRequest.Builder request = Requests.dpoOfOnePair();
    request.getBatchBuilder().removeChannels("reference_logps");

    refuses("batch.channels.reference_logps", "missing", request);
  }

  @Test
  void refusesAChannelThatIsNotRead() {
    EvaluateRequest.Builder request = Requests.dpoOfOnePair();
    request.getBatchBuilder().putChannels("weights", Requests.float64(1));

    refuses("batch.channels.weights", "reads no such channel", request);
  }

  static Stream<Arguments> wrongShapes() {
    return Stream.of(
        arguments("batch.lengths", "no sequence", new Integer[] {}),
        arguments("batch.lengths", "do not make pairs", new Integer[] {1, 1, 0}),
        arguments("batch.lengths[1]", "-1 is negative", new Integer[] {3, -1}),
        arguments("batch.lengths", "give at most", new Integer[] {1 << 30, 1 << 30}));
  }

  @ParameterizedTest
  @MethodSource("wrongShapes")
  void refusesLengthsThatMakeNoPairs(String field, String remedy, Integer[] lengths) {
    EvaluateRequest.Builder request = Requests.dpoOfOnePair();
    request.getBatchBuilder().clearLengths().addAllLengths(List.of(lengths));

    refuses(field, remedy, request);
  }

  @Test
  void refusesCountsWherePairsAreRead() {
    EvaluateRequest.Builder request = Requests.dpoOfOnePair();
    request.getBatchBuilder().addSequenceCounts(2);

    refuses("batch.sequence_counts", "leave it empty", request);
  }

  @Test
  void refusesCountsThatAreNoLists() {
    refuses(
        "batch.sequence_counts",
        "they add up to 3, but there are 2 lengths",
        EvaluateRequest.newBuilder()
            .setObjective(Requests.objective("dpo-plackett-luce", Map.of()))
            .setBatch(
                Requests.batch(1, 1)
                    .addSequenceCounts(3)
                    .putChannels("policy_logps", Requests.float64(-1, -2))
                    .putChannels("reference_logps", Requests.float64(-1, -2))));
  }

  @Test
  void refusesAnEmptyCompletionWhereTokensAreAveraged() {
    refuses(
        "batch.channels.policy_logps",
        "sequence 1 has no tokens",
        EvaluateRequest.newBuilder()
            .setObjective(Requests.objective("simpo", Map.of()))
            .setBatch(Requests.batch(1, 0).putChannels("policy_logps", Requests.float64(-1))));
  }

  @Test
  void refusesStateThatIsNotFinite() {
    refuses(
        "state.values.mean",
        "NaN is not finite",
        Requests.dpoOfOnePair()
            .setState(ObjectiveState.newBuilder().putValues("mean", Double.NaN)));
  }

  @Test
  void refusesStatisticsOfFewerExamplesThanTheBatchHas() {
    refuses(
        "statistics.sums.examples",
        "the batch alone has 1",
        Requests.dpoOfOnePair()
            .setStatistics(ObjectiveStatistics.newBuilder().putSums("examples", 0)));
  }

  @Test
  void refusesAPartOfTheBatchOfACoupledObjective() {
    refuses(
        "batch",
        "send the whole global batch",
        Requests.dpoOfOnePair()
            .setObjective(Requests.objective("aot", Map.of()))
            .setStatistics(ObjectiveStatistics.newBuilder().putSums("examples", 2)));
  }

  @Test
  void refusesAnUnknownNameWithNotFound() {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                objectives
                    .stub()
                    .getObjective(GetObjectiveRequest.newBuilder().setName("dopo").build()));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    assertThat(refusal).hasMessageContaining("'dopo'").hasMessageContaining("ListObjectives");
  }

  @Test
  void refusesAPageThatIsNone() {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                objectives
                    .stub()
                    .listObjectives(
                        ListObjectivesRequest.newBuilder().setPageToken("dopo").build()));

    assertThat(ExpectedRefusal.violation(refusal).getField()).isEqualTo("page_token");
  }

  @Test
  void refusesAMessageBeyondTheBound() throws Exception {
    try (ServedObjectives small =
        ServedObjectives.start(Map.of("PLUMBLINE_OBJECTIVES_MAX_MESSAGE_BYTES", "1024"))) {
      EvaluateRequest.Builder large = Requests.dpoOfOnePair();
      large.getBatchBuilder().putChannels("policy_logps", Requests.float64(new double[200]));

      StatusRuntimeException refusal =
          catchThrowableOfType(
              StatusRuntimeException.class, () -> small.stub().evaluate(large.build()));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
      assertThat(small.stub().evaluate(Requests.dpoOfOnePair().build()).getLossesCount())
          .isEqualTo(1);
    }
  }

  private static void refuses(String field, String remedy, EvaluateRequest.Builder request) {
    new ExpectedRefusal(field, remedy).of(request, objectives);
  }
}
