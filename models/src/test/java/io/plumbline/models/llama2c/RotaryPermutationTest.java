package io.plumbline.models.llama2c;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class RotaryPermutationTest {

  @Test
  void bringsTheTwoPartnersOfARotationHalfAHeadApart() {
    ByteBuffer rows = ByteBuffer.allocate(8 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < 8; row++) {
      rows.putFloat(row);
    }

    FloatBuffer permuted = RotaryPermutation.apply(rows.flip(), 2, 4, 1).asFloatBuffer();

    // Head 0 holds rows 0..3 with partners (0,1) and (2,3): even rows first, then odd; head 1
    // alike.
    float[] values = new float[8];
    permuted.get(values);
    assertThat(values).containsExactly(0, 2, 1, 3, 4, 6, 5, 7);
  }
}
