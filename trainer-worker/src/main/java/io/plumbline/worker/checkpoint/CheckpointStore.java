package io.plumbline.worker.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.safetensors.SafetensorsReader;
import io.plumbline.models.safetensors.SafetensorsWriter;
import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.task.WorkerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of one run: directories {@code step-NNNNNN} in Hugging Face layout, with the
 * optimiser's state beside the weights. A directory of that name is complete, because it is written
 * aside and renamed. Only the newest two keep their optimiser state.
 */
public final class CheckpointStore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "step-";
  private static final String OPTIMIZER = "optimizer.safetensors";
  private static final String STATE = "trainer_state.json";
  private static final int RESUMABLE = 2;
  private static final List<String> COMPANIONS =
      List.of(
          "generation_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json");

  private final Path root;
  private final Path base;

  /**
   * Checkpoints under {@code root} of a model that began as {@code base}, from which configuration
   * and tokenizer are copied.
   */
  public CheckpointStore(Path root, Path base) {
    this.root = root;
    this.base = base;
  }

  /** Writes a checkpoint and returns its directory; one that is there already is kept. */
  public Path write(TrainerState state, List<TensorView> weights, List<TensorView> optimizer) {
    Path directory = root.resolve(String.format("%s%06d", PREFIX, state.step()));
    try {
      if (Files.exists(directory)) {
        return directory;
      }
      Path partial = root.resolve("partial");
      ModelCache.delete(partial);
      Files.createDirectories(partial);
      for (String name : COMPANIONS) {
        if (Files.exists(base.resolve(name))) {
          Files.copy(base.resolve(name), partial.resolve(name));
        }
      }
      writeConfig(partial.resolve("config.json"));
      SafetensorsWriter.write(partial.resolve("model.safetensors"), weights);
      SafetensorsWriter.write(partial.resolve(OPTIMIZER), optimizer);
      JSON.writeValue(partial.resolve(STATE).toFile(), state);
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
      dropOldOptimizers();
      return directory;
    } catch (IOException e) {
      throw WorkerException.failed(
          "the checkpoint " + directory + " cannot be written (" + e.getMessage() + ")",
          "free space on its disk and resume the run",
          e);
    }
  }

  private void writeConfig(Path file) throws IOException {
    ObjectNode config = (ObjectNode) JSON.readTree(base.resolve("config.json").toFile());
    config.remove("dtype");
    config.put("torch_dtype", "float32");
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), config);
  }

  private void dropOldOptimizers() throws IOException {
    List<Path> newestFirst = resumable();
    for (Path old :
        newestFirst.subList(Math.min(RESUMABLE, newestFirst.size()), newestFirst.size())) {
      Files.delete(old.resolve(OPTIMIZER));
    }
  }

  private List<Path> resumable() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> Files.exists(path.resolve(OPTIMIZER)))
          .sorted(Comparator.<Path>naturalOrder().reversed())
          .toList();
    }
  }

  /** The newest checkpoint that a run can go on from. */
  public Optional<Path> latest() {
    try {
      return resumable().stream().findFirst();
    } catch (IOException e) {
      throw unreadable(root, e);
    }
  }

  /** The training state of a checkpoint. */
  public static TrainerState state(Path checkpoint) {
    try {
      return JSON.readValue(checkpoint.resolve(STATE).toFile(), TrainerState.class);
    } catch (IOException e) {
      throw unreadable(checkpoint, e);
    }
  }

  /** The optimiser's tensors of a checkpoint. */
  public static Map<String, TensorView> optimizer(Path checkpoint) {
    try {
      return SafetensorsReader.read(checkpoint.resolve(OPTIMIZER));
    } catch (IOException e) {
      throw unreadable(checkpoint, e);
    }
  }

  private static WorkerException unreadable(Path checkpoint, IOException e) {
    return WorkerException.failed(
        "checkpoint " + checkpoint + " cannot be read (" + e.getMessage() + ")",
        "delete that directory to go on from the one before",
        e);
  }
}
