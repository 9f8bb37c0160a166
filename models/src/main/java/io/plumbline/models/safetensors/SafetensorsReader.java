package io.plumbline.models.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the safetensors format: eight bytes of header length, a JSON header, then raw tensors. */
public final class SafetensorsReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAXIMUM_HEADER_BYTES = 100_000_000;

  private SafetensorsReader() {}

  /**
   * Maps all tensors of a file into memory, by name in the header's order.
   *
   * @throws ModelException with {@code MALFORMED} if the header contradicts itself or the file
   */
  public static Map<String, TensorView> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(length, 0);
      long headerBytes = length.flip().remaining() < 8 ? -1 : length.getLong();
      if (headerBytes < 2
          || headerBytes > MAXIMUM_HEADER_BYTES
          || 8 + headerBytes > channel.size()) {
        throw malformed(file, "its header length is " + headerBytes);
      }
      ByteBuffer header = ByteBuffer.allocate((int) headerBytes);
      channel.read(header, 8);
      JsonNode described = JSON.readTree(header.array());
      Map<String, TensorView> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : described.properties()) {
        if (!each.getKey().equals("__metadata__")) {
          tensors.put(
              each.getKey(), view(file, channel, 8 + headerBytes, each.getKey(), each.getValue()));
        }
      }
      return tensors;
    }
  }

  private static TensorView view(
      Path file, FileChannel channel, long base, String name, JsonNode described)
      throws IOException {
    List<Long> shape = new ArrayList<>();
    described.path("shape").forEach(dimension -> shape.add(dimension.asLong()));
    long begin = described.path("data_offsets").path(0).asLong(-1);
    long end = described.path("data_offsets").path(1).asLong(-1);
    ElementType type = type(file, name, described.path("dtype").asText());
    long elements = shape.stream().reduce(1L, Math::multiplyExact);
    if (begin < 0 || end - begin != elements * type.bytes() || base + end > channel.size()) {
      throw malformed(file, name + " has offsets " + begin + " to " + end + " for shape " + shape);
    }
    if (end - begin > Integer.MAX_VALUE) {
      throw malformed(file, name + " is larger than 2 GiB");
    }
    ByteBuffer data =
        channel
            .map(FileChannel.MapMode.READ_ONLY, base + begin, end - begin)
            .order(ByteOrder.LITTLE_ENDIAN);
    return new TensorView(name, type, shape, data);
  }

  private static ElementType type(Path file, String name, String written) {
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(written)) {
        return type;
      }
    }
    throw malformed(file, name + " has element type " + written);
  }

  private static ModelException malformed(Path file, String cause) {
    return new ModelException(
        Reason.MALFORMED,
        file + " is no readable safetensors file (" + cause + ")",
        "fetch it again or convert it to F32, F16 or BF16");
  }
}
