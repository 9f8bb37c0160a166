package io.plumbline.reward.grpc;

import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.EmbedResponse;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.reward.encoder.Encoder;
import io.plumbline.reward.failure.InvalidFieldException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Embed calls between the wire and the encoders. */
final class EmbedMapping {
  private static final int MOST_TEXTS = 1024;

  private EmbedMapping() {}

  static List<String> texts(EmbedRequest request) {
    if (request.getTextsCount() < 1 || request.getTextsCount() > MOST_TEXTS) {
      throw new InvalidFieldException(
          "texts", "has %d texts: give 1 to %d".formatted(request.getTextsCount(), MOST_TEXTS));
    }
    for (int number = 0; number < request.getTextsCount(); number++) {
      Texts.requireShort("texts[" + number + "]", request.getTexts(number));
    }
    return request.getTextsList();
  }

  static EmbedResponse response(Encoder encoder, List<float[]> vectors) {
    ByteBuffer data =
        ByteBuffer.allocate(vectors.size() * encoder.dimensions() * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] vector : vectors) {
      for (float value : vector) {
        data.putFloat(value);
      }
    }
    return EmbedResponse.newBuilder()
        .setEncoder(encoder.name())
        .setEmbeddings(
            Tensor.newBuilder()
                .setDataType(Tensor.DataType.DATA_TYPE_FLOAT32)
                .addShape(vectors.size())
                .addShape(encoder.dimensions())
                .setData(ByteString.copyFrom(data.array())))
        .build();
  }
}
