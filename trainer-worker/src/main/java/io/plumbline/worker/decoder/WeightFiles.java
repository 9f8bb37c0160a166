package io.plumbline.worker.decoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.models.safetensors.SafetensorsReader;
import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.task.WorkerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The safetensors of a model directory: one file, or the shards that an index names. */
final class WeightFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WeightFiles() {}

  /** All tensors by name, mapped into memory. */
  static Map<String, TensorView> read(Path directory) {
    Path single = directory.resolve("model.safetensors");
    Path index = directory.resolve("model.safetensors.index.json");
    try {
      if (Files.exists(single)) {
        return SafetensorsReader.read(single);
      }
      if (!Files.exists(index)) {
        throw WorkerException.badInput(
            directory + " holds no model.safetensors and no index of shards",
            "give a model directory in Hugging Face layout with safetensors");
      }
      JsonNode places = JSON.readTree(index.toFile()).path("weight_map");
      TreeSet<String> shards = new TreeSet<>();
      places.forEach(shard -> shards.add(shard.asText()));
      Map<String, TensorView> tensors = new LinkedHashMap<>();
      for (String shard : shards) {
        tensors.putAll(SafetensorsReader.read(directory.resolve(shard)));
      }
      return tensors;
    } catch (IOException e) {
      throw WorkerException.failed(
          "the weights of " + directory + " cannot be read (" + e.getMessage() + ")",
          "fetch the model again",
          e);
    }
  }
}
