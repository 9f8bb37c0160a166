package io.plumbline.models.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.reference.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

  @TempDir Path directory;

  private static ByteBuffer floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.flip();
  }

  @Test
  void readsAFileSpelledByTheFormatsDescription() throws IOException {
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    bytes.putFloat(1.5f).putFloat(-2);
    Path file = Files.write(directory.resolve("spelled.safetensors"), bytes.array());

    TensorView tensor = SafetensorsReader.read(file).get("w");

    assertThat(tensor.shape()).containsExactly(2L);
    assertThat(tensor.data().getFloat(0)).isEqualTo(1.5f);
    assertThat(tensor.data().getFloat(4)).isEqualTo(-2f);
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    Path file = directory.resolve("model.safetensors");
    SafetensorsWriter.write(
        file,
        List.of(
            new TensorView("a", ElementType.F32, List.of(1L, 2L), floats(1, 2)),
            new TensorView("b", ElementType.F32, List.of(3L), floats(3, 4, 5))));

    Map<String, TensorView> tensors = SafetensorsReader.read(file);

    assertThat(tensors).containsOnlyKeys("a", "b");
    assertThat(tensors.get("a").shape()).containsExactly(1L, 2L);
    assertThat(tensors.get("b").data().getFloat(8)).isEqualTo(5f);
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    Path file = directory.resolve("model.safetensors");
    SafetensorsWriter.write(
        file, List.of(new TensorView("a", ElementType.F32, List.of(2L), floats(1, 2))));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 4));

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> SafetensorsReader.read(file))
        .withMessageContaining("a has offsets 0 to 8");
  }
}
