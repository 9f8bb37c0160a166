package io.plumbline.cli.agreement;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.statistics.interval.Bootstrap;
import picocli.CommandLine.Option;

/** Coverage, rounds and seed of the intervals; {@code --level} is the level of measurement here. */
final class IntervalOptions {
  @Option(
      names = "--coverage",
      paramLabel = "P",
      description = "Coverage of the intervals, between 0 and 1; default 0.95.")
  private double coverage = 0.95;

  @Option(names = "--rounds", paramLabel = "N", description = "Resamples of items; default 1000.")
  private int rounds = 1000;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the resamples; default 42.")
  private long seed = 42;

  Bootstrap bootstrap() {
    try {
      return new Bootstrap(rounds, coverage, seed);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--coverage or --rounds: " + wrong.getMessage(), wrong);
    }
  }
}
