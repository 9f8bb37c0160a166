package io.plumbline.blackbox.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.ComputeStatisticsRequest;
import io.plumbline.api.v1alpha1.DescribeObjectiveRequest;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.GetObjectiveRequest;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveChannel;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.api.v1alpha1.ObjectiveLayout;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.api.v1alpha1.ObjectivesGrpc.ObjectivesBlockingStub;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.WeightedObjective;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ObjectivesTest {

  // One pair of one token each, policy and reference alike: DPO's margin is 0, its loss -ln σ(0) =
  // ln 2, and the gradient by the chosen log-probability -β σ(0) = -0.1 / 2, by the rejected one
  // the negative of it.
  @Test
  void evaluatesDpoAtTheReference() {
    EvaluateResponse answer =
        objectives()
            .evaluate(EvaluateRequest.newBuilder().setObjective(dpo()).setBatch(pair()).build());

    assertThat(answer.getLoss()).isCloseTo(Math.log(2), within(1e-12));
    ByteBuffer gradient =
        answer
            .getGradientsOrThrow("policy_logps")
            .getData()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(gradient.getDouble(0)).isCloseTo(-0.05, within(1e-12));
    assertThat(gradient.getDouble(Double.BYTES)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void describesItsCatalogue() {
    assertThat(
            objectives()
                .listObjectives(ListObjectivesRequest.getDefaultInstance())
                .getObjectivesList())
        .extracting(ObjectiveDescription::getName)
        .contains("dpo", "simpo", "grpo");
    assertThat(
            objectives()
                .getObjective(GetObjectiveRequest.newBuilder().setName("dpo").build())
                .getSignature()
                .getLayout())
        .isEqualTo(ObjectiveLayout.OBJECTIVE_LAYOUT_PAIRS);
    assertThat(
            objectives()
                .describeObjective(
                    DescribeObjectiveRequest.newBuilder().setObjective(dpo()).build())
                .getChannelsList())
        .extracting(ObjectiveChannel::getName)
        .contains("policy_logps", "reference_logps");
  }

  // DPO looks at no other example: it has no sums.
  @Test
  void computesTheStatisticsOfABatch() {
    assertThat(
            objectives()
                .computeStatistics(
                    ComputeStatisticsRequest.newBuilder()
                        .setObjective(dpo())
                        .setBatch(pair())
                        .build())
                .isInitialized())
        .isTrue();
  }

  private static ObjectivesBlockingStub objectives() {
    return ObjectivesGrpc.newBlockingStub(Doors.of(Service.TRAINER).channel());
  }

  private static ObjectiveComposition dpo() {
    var spec = ObjectiveSpec.newBuilder().setName("dpo").putParameters("beta", 0.1);
    return ObjectiveComposition.newBuilder()
        .addTerms(WeightedObjective.newBuilder().setObjective(spec))
        .build();
  }

  private static ObjectiveBatch pair() {
    return ObjectiveBatch.newBuilder()
        .addLengths(1)
        .addLengths(1)
        .putChannels("policy_logps", doubles(-1, -2))
        .putChannels("reference_logps", doubles(-1, -2))
        .build();
  }

  private static Tensor doubles(double... values) {
    ByteBuffer data =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      data.putDouble(value);
    }
    return Tensor.newBuilder()
        .setDataType(Tensor.DataType.DATA_TYPE_FLOAT64)
        .addShape(values.length)
        .setData(ByteString.copyFrom(data.array()))
        .build();
  }
}
