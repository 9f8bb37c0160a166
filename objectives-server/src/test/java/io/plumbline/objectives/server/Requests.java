package io.plumbline.objectives.server;

import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.Tensor.DataType;
import io.plumbline.api.v1alpha1.WeightedObjective;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Requests as a client writes them. */
final class Requests {
  private Requests() {}

  static ObjectiveComposition objective(String name, Map<String, Double> parameters) {
    return ObjectiveComposition.newBuilder()
        .addTerms(WeightedObjective.newBuilder().setObjective(spec(name, parameters)))
        .build();
  }

  static ObjectiveSpec.Builder spec(String name, Map<String, Double> parameters) {
    return ObjectiveSpec.newBuilder().setName(name).putAllParameters(parameters);
  }

  static ObjectiveBatch.Builder batch(Integer... lengths) {
    return ObjectiveBatch.newBuilder().addAllLengths(List.of(lengths));
  }

  /** DPO with β = 0.1 on pairs of one token each, without a difference between their models. */
  static EvaluateRequest.Builder dpoOfOnePair() {
    return EvaluateRequest.newBuilder()
        .setObjective(objective("dpo", Map.of("beta", 0.1)))
        .setBatch(
            batch(1, 1)
                .putChannels("policy_logps", float64(-1, -2))
                .putChannels("reference_logps", float64(-1, -2)));
  }

  static Tensor float64(double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return tensor(DataType.DATA_TYPE_FLOAT64, values.length, bytes);
  }

  static Tensor float32(double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return tensor(DataType.DATA_TYPE_FLOAT32, values.length, bytes);
  }

  static double[] values(Tensor tensor) {
    ByteBuffer bytes = tensor.getData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[Math.toIntExact(tensor.getShape(0))];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          tensor.getDataType() == DataType.DATA_TYPE_FLOAT64 ? bytes.getDouble() : bytes.getFloat();
    }
    return values;
  }

  private static Tensor tensor(DataType type, int count, ByteBuffer bytes) {
    return Tensor.newBuilder()
        .setDataType(type)
        .addShape(count)
        .setData(ByteString.copyFrom(bytes.flip()))
        .build();
  }
}
