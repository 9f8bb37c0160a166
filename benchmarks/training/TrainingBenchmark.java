import com.sun.management.OperatingSystemMXBean;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.resolve.ModelResolver;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.worker.checkpoint.CheckpointStore;
import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.tensor.NativeThreads;
import io.plumbline.worker.text.TokenizedCompletion;
import io.plumbline.worker.training.HyperParameters;
import io.plumbline.worker.training.PreferenceExample;
import io.plumbline.worker.training.Trainer;
import io.plumbline.worker.training.TrainingListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * DPO steps of trainer-worker on stories15M, timed: 8 pairs a step, 16 prompt and 112 completion
 * tokens a row, AdamW, clipping. Prints tokens per second and per second of processor time, of the
 * steps after the warm-up. peer.py does the same in PyTorch.
 */
public class TrainingBenchmark {
  private static final int PAIRS = 8;
  private static final int PROMPT = 16;
  private static final int LENGTH = 128;
  private static final int VOCABULARY = 32_000;

  public static void main(String[] arguments) throws IOException {
    int warmUp = Integer.parseInt(arguments[0]);
    int steps = Integer.parseInt(arguments[1]);
    Lanes lanes = new Lanes(NativeThreads.configure(0, System.getenv()));
    Path model =
        ModelResolver.standard(System.getenv()).resolve("stories15M", DownloadProgress.SILENT);
    Path checkpoints = Files.createTempDirectory("benchmark");
    Timer timer = new Timer(warmUp, steps);
    new Trainer(
            Decoder.load(model),
            lanes,
            Catalogue.standard().create("dpo", Map.of("beta", 0.1)),
            new HyperParameters(
                1e-6, PAIRS, 1, 1_000, warmUp + steps, 1, 0.01, 1, 0.9, 0.999, 0, 1, 0),
            examples(),
            new CheckpointStore(checkpoints, model),
            timer,
            "benchmark")
        .run(() -> false);
    ModelCache.delete(checkpoints);
    lanes.close();
    System.out.println(timer.result());
  }

  private static List<PreferenceExample> examples() {
    SplittableRandom random = new SplittableRandom(1);
    List<PreferenceExample> examples = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      examples.add(new PreferenceExample(row(random), row(random), OptionalDouble.empty()));
    }
    return examples;
  }

  private static TokenizedCompletion row(SplittableRandom random) {
    int[] tokens = random.ints(LENGTH, 3, VOCABULARY).toArray();
    return new TokenizedCompletion(tokens, PROMPT);
  }

  private static final class Timer implements TrainingListener {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int warmUp;
    private final int last;
    private long wall;
    private long processor;

    Timer(int warmUp, int steps) {
      this.warmUp = warmUp;
      this.last = warmUp + steps;
    }

    @Override
    public void progress(String phase, long done, long total, String unit) {}

    @Override
    public void metrics(int step, Map<String, Double> values) {
      if (step == warmUp || step == last) {
        wall = System.nanoTime() - wall;
        processor = system.getProcessCpuTime() - processor;
      }
    }

    @Override
    public void checkpoint(Path directory, int step) {}

    String result() {
      double tokens = 2.0 * PAIRS * LENGTH * (last - warmUp);
      return "{\"tokens_per_second\": %.1f, \"tokens_per_cpu_second\": %.1f}"
          .formatted(tokens / wall * 1e9, tokens / processor * 1e9);
    }
  }
}
