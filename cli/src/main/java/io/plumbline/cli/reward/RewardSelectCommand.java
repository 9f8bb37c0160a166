package io.plumbline.cli.reward;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.rewardmodels.selection.BestOfN;
import io.plumbline.rewardmodels.selection.RejectionSampling;
import io.plumbline.statistics.random.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline reward select}: chooses among the scored completions of every prompt. */
@Command(
    name = "select",
    description = {
      "Chooses among the scored completions of every prompt: the best, or those that statistical",
      "rejection sampling (RSO) accepts."
    },
    mixinStandardHelpOptions = true)
public final class RewardSelectCommand implements Callable<Integer> {
  /** How to choose. */
  enum Selection {
    BEST_OF_N,
    REJECTION_SAMPLING
  }

  @Spec private CommandSpec command;
  @Mixin private OutputOptions output;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "best-of-n (default) or rejection-sampling.",
      defaultValue = "best-of-n")
  private String by;

  @Option(
      names = "--beta",
      description = "Temperature of rejection sampling; default ${DEFAULT-VALUE}.",
      defaultValue = "0.5")
  private double beta;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Completions to accept for each prompt; default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int samples;

  @Option(names = "--seed", description = "Seed of the sampling; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Parameters(
      paramLabel = "FILE",
      description =
          "JSONL (or .gz) with prompt, completion and reward, and id or the row's number.")
  private Path file;

  /** A chosen completion. */
  record Chosen(String prompt, String id, String completion, double reward) {}

  @Override
  public Integer call() {
    Selection selection = selection();
    CompletionFile completions = CompletionFile.read(file, command.commandLine().getErr());
    List<Chosen> chosen = new ArrayList<>();
    long prompt = 0;
    for (List<Chosen> candidates : byPrompt(completions.rows()).values()) {
      double[] rewards = candidates.stream().mapToDouble(Chosen::reward).toArray();
      for (int number : chosen(selection, rewards, RandomStream.of(seed, prompt++))) {
        chosen.add(candidates.get(number));
      }
    }
    output.print(chosen, () -> text(chosen));
    return completions.badRows() == 0 ? 0 : 2;
  }

  private Selection selection() {
    return switch (by.toLowerCase(Locale.ROOT)) {
      case "best-of-n" -> Selection.BEST_OF_N;
      case "rejection-sampling" -> Selection.REJECTION_SAMPLING;
      default ->
          throw new UsageException("--by '" + by + "' is none of best-of-n, rejection-sampling");
    };
  }

  private List<Integer> chosen(Selection selection, double[] rewards, RandomStream random) {
    if (selection == Selection.BEST_OF_N) {
      return List.of(BestOfN.choose(rewards));
    }
    try {
      return new RejectionSampling(beta).choose(rewards, Math.min(samples, rewards.length), random);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--beta or --samples: " + wrong.getMessage(), wrong);
    }
  }

  private Map<String, List<Chosen>> byPrompt(List<CompletionRow> rows) {
    Map<String, List<Chosen>> prompts = new LinkedHashMap<>();
    for (int number = 0; number < rows.size(); number++) {
      CompletionRow row = rows.get(number);
      String id = row.id().isEmpty() ? Integer.toString(number + 1) : row.id();
      if (row.reward() == null) {
        throw new UsageException(
            file + ": completion " + id + " has no reward: score the file first");
      }
      prompts
          .computeIfAbsent(row.prompt(), absent -> new ArrayList<>())
          .add(new Chosen(row.prompt(), id, row.completion(), row.reward()));
    }
    return prompts;
  }

  private static String text(List<Chosen> chosen) {
    return chosen.stream()
        .map(row -> String.format(Locale.ROOT, "%s\t%.6f", row.id(), row.reward()))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
