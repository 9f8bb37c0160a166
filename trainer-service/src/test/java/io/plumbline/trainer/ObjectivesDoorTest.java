package io.plumbline.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.GetObjectiveRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.api.v1alpha1.ObjectivesGrpc.ObjectivesBlockingStub;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.WeightedObjective;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same service as the sidecar's, on Quarkus' gRPC server. */
@QuarkusTest
class ObjectivesDoorTest extends TrainerTestBase {
  @Test
  void evaluatesOnePairWithoutADifference() {
    EvaluateResponse answer = objectives().evaluate(dpo("dpo"));

    // −log σ(0) = log 2.
    assertThat(answer.getLoss()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(answer.getGradientsOrThrow("policy_logps").getShape(0)).isEqualTo(2);
  }

  @Test
  void namesTheFieldThatIsWrong() throws Exception {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> objectives().evaluate(dpo("dopo")));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    BadRequest details = StatusProto.fromThrowable(refusal).getDetails(0).unpack(BadRequest.class);
    assertThat(details.getFieldViolations(0).getField())
        .isEqualTo("objective.terms[0].objective.name");
  }

  @Test
  void describesAnObjective() {
    assertThat(
            objectives()
                .getObjective(GetObjectiveRequest.newBuilder().setName("kto").build())
                .getSource())
        .contains("2402.01306");
  }

  private ObjectivesBlockingStub objectives() {
    return ObjectivesGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  private static EvaluateRequest dpo(String name) {
    return EvaluateRequest.newBuilder()
        .setObjective(
            ObjectiveComposition.newBuilder()
                .addTerms(
                    WeightedObjective.newBuilder()
                        .setObjective(ObjectiveSpec.newBuilder().setName(name))))
        .setBatch(
            ObjectiveBatch.newBuilder()
                .addLengths(1)
                .addLengths(1)
                .putChannels("policy_logps", tensor(-1, -2))
                .putChannels("reference_logps", tensor(-1, -2)))
        .build();
  }

  private static Tensor tensor(double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return Tensor.newBuilder()
        .setDataType(Tensor.DataType.DATA_TYPE_FLOAT64)
        .addShape(values.length)
        .setData(ByteString.copyFrom(bytes))
        .build();
  }
}
