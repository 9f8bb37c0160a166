package io.plumbline.models.safetensors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes the safetensors format, and forces it to the disk. */
public final class SafetensorsWriter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /** Writes the tensors in their order, little-endian, with the metadata that transformers asks. */
  public static void write(Path file, List<TensorView> tensors) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (TensorView tensor : tensors) {
      ObjectNode described = header.putObject(tensor.name()).put("dtype", tensor.type().name());
      ArrayNode shape = described.putArray("shape");
      tensor.shape().forEach(shape::add);
      long end = offset + tensor.elements() * tensor.type().bytes();
      described.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] unpadded = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    int padded = (unpadded.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer start = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(padded).put(unpadded);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeFully(channel, start.flip());
      for (TensorView tensor : tensors) {
        writeFully(channel, tensor.data().duplicate());
      }
      channel.force(true);
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
