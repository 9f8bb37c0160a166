package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Sampling;
import io.plumbline.cli.failure.UsageException;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How a chat model draws its answers. */
public final class SamplingOptions {
  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "Of a chat model's answers; default 0. Of the sigmoid of a reward model; default as"
              + " judge-service knows it.")
  private double temperature;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Of an answer, reasoning included; default what the protocol needs.")
  private Integer maximumTokens;

  @Option(names = "--top-p", paramLabel = "P", description = "In (0, 1].")
  private Double topP;

  @Option(names = "--top-k", paramLabel = "K", description = "At least 1.")
  private Integer topK;

  @Option(
      names = "--sampling-seed",
      paramLabel = "N",
      description = "Repeats a draw as far as the endpoint can.")
  private Long seed;

  @Option(
      names = "--reasoning-effort",
      paramLabel = "NAME",
      description = "For reasoning models: none, minimal, low, medium, high, …")
  private String reasoningEffort = "";

  double temperature() {
    return temperature;
  }

  OptionalInt maximumTokens() {
    return maximumTokens == null ? OptionalInt.empty() : OptionalInt.of(maximumTokens);
  }

  void addTo(JudgeSpec.Builder spec) {
    spec.setTemperature(temperature);
    Sampling.Builder sampling = Sampling.newBuilder().setReasoningEffort(reasoningEffort);
    if (maximumTokens != null) {
      sampling.setMaxCompletionTokens(maximumTokens);
    }
    if (topP != null) {
      sampling.setTopP(topP);
    }
    if (topK != null) {
      sampling.setTopK(topK);
    }
    if (seed != null) {
      sampling.setSeed(seed);
    }
    Sampling built = sampling.build();
    if (!built.equals(Sampling.getDefaultInstance())) {
      spec.setSampling(built);
    }
  }

  /** Refuses what files of requests do not carry. */
  void requireForFiles() {
    if (topP != null || topK != null || seed != null || !reasoningEffort.isEmpty()) {
      throw new UsageException(
          "--top-p, --top-k, --sampling-seed and --reasoning-effort need --judge chat:NAME");
    }
  }
}
