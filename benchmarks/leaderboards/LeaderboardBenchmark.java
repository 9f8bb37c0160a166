import com.sun.management.OperatingSystemMXBean;
import io.plumbline.statistics.leaderboard.alpacaeval.Annotation;
import io.plumbline.statistics.leaderboard.alpacaeval.AnnotationReader;
import io.plumbline.statistics.leaderboard.alpacaeval.GamedBaselines;
import io.plumbline.statistics.leaderboard.alpacaeval.ParityFit;
import io.plumbline.statistics.leaderboard.alpacaeval.ParityLeaderboard;
import io.plumbline.statistics.leaderboard.arenahard.AnswerStyle;
import io.plumbline.statistics.leaderboard.arenahard.ArenaHardEntry;
import io.plumbline.statistics.leaderboard.arenahard.StyleControl;
import io.plumbline.statistics.leaderboard.arenahard.StyledBattles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Times our leaderboards on the inputs that peer.py times, and prints one JSON object. The first
 * pass is reported beside one after the compiler has warmed up.
 */
public class LeaderboardBenchmark {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
    List<List<Annotation>> models = models(data.resolve("alpaca_eval/annotations"));
    ParityLeaderboard leaderboard = new ParityLeaderboard(gamed(data));
    // As in the peer's clock: from the design to the predictions. Reading, lengths and plain win
    // rates are outside of it, and are in the clock of the whole rows.
    List<ParityFit> designs = models.stream().map(leaderboard::prepared).toList();
    Supplier<String> lengthControlled =
        () -> {
          double sum = 0;
          for (ParityFit design : designs) {
            double rate = 0;
            double[] predictions = design.winProbabilities();
            for (double prediction : predictions) {
              rate += prediction;
            }
            sum += 100 * rate / predictions.length;
          }
          return "\"fits\": %d, \"mean_rate\": %.10f"
              .formatted(designs.size(), sum / designs.size());
        };
    Supplier<String> wholeRows =
        () ->
            "\"fits\": %d, \"mean_rate\": %.10f"
                .formatted(
                    models.size(),
                    models.stream()
                        .mapToDouble(model -> leaderboard.entry(model).lengthControlledWinRate())
                        .average()
                        .orElseThrow());
    StyledBattles battles = StyledBattles.of(battles(Path.of(arguments[1])), true);
    Supplier<String> styleControl =
        () -> {
          StyleControl.Result result =
              new StyleControl(rounds, 0.9, 42, false).fit(battles, "gpt-4-0314");
          StringBuilder scores = new StringBuilder();
          for (ArenaHardEntry entry : result.entries()) {
            scores
                .append(scores.isEmpty() ? "" : ", ")
                .append("\"%s\": %.2f".formatted(entry.model(), entry.score()));
          }
          return "\"rounds\": %d, \"scores\": {%s}".formatted(rounds, scores);
        };
    System.out.printf(
        "{\"length_controlled\": %s, \"whole_rows\": %s, \"style_control\": %s}%n",
        firstAndWarm(lengthControlled, 5),
        firstAndWarm(wholeRows, 5),
        firstAndWarm(styleControl, 2));
  }

  private static String firstAndWarm(Supplier<String> work, int warmingPasses) {
    String first = timed(work);
    for (int pass = 1; pass < warmingPasses; pass++) {
      work.get();
    }
    return "{\"first\": %s, \"warm\": %s}".formatted(first, timed(work));
  }

  private static String timed(Supplier<String> work) {
    long wall = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    String result = work.get();
    return "{\"wall_s\": %.4f, \"cpu_s\": %.4f, %s}"
        .formatted(
            (System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9, result);
  }

  private static List<List<Annotation>> models(Path folder) throws IOException {
    List<List<Annotation>> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try (BufferedReader reader = open(file)) {
          List<Annotation> annotations = AnnotationReader.read(reader, file.toString());
          Annotation first = annotations.get(0);
          if (!first.firstGenerator().equals(first.secondGenerator())) {
            models.add(annotations);
          }
        }
      }
    }
    return models;
  }

  private static GamedBaselines gamed(Path data) throws IOException {
    try (BufferedReader reader = open(data.resolve("alpaca_eval/df_gamed.csv.gz"))) {
      return GamedBaselines.read(reader, "df_gamed.csv.gz");
    }
  }

  private static List<StyledBattles.Battle> battles(Path file) throws IOException {
    List<StyledBattles.Battle> battles = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split("\t");
      battles.add(
          new StyledBattles.Battle(
              fields[0],
              fields[1],
              fields[2],
              Double.parseDouble(fields[3]),
              style(fields, 4),
              style(fields, 8)));
    }
    return battles;
  }

  private static AnswerStyle style(String[] fields, int from) {
    return new AnswerStyle(
        Double.parseDouble(fields[from]),
        Double.parseDouble(fields[from + 1]),
        Double.parseDouble(fields[from + 2]),
        Double.parseDouble(fields[from + 3]));
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
