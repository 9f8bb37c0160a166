package io.plumbline.cli.leaderboard;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.statistics.interval.Bootstrap;
import picocli.CommandLine.Option;

/** Level, rounds and seed of intervals. */
public final class ResamplingOptions {
  @Option(
      names = "--level",
      paramLabel = "P",
      description = "Coverage of the intervals, between 0 and 1; default 0.95.")
  private Double level;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Resamples; default 1000, in parity mode the peer's number.")
  private Integer rounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all random numbers; default 42.")
  private long seed = 42;

  public long seed() {
    return seed;
  }

  public Bootstrap bootstrap(int defaultRounds, double defaultLevel) {
    try {
      return new Bootstrap(
          rounds == null ? defaultRounds : rounds, level == null ? defaultLevel : level, seed);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--level or --rounds: " + wrong.getMessage(), wrong);
    }
  }
}
