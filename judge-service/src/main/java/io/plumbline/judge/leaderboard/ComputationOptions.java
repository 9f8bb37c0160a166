package io.plumbline.judge.leaderboard;

import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.LeaderboardMode;
import io.plumbline.api.v1alpha1.LeaderboardOptions;
import io.plumbline.judge.judging.Digest;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.leaderboard.pairwise.PairwiseMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Options with every default filled in, so that equal computations have equal options.
 *
 * @param message what the answer says of them
 */
record ComputationOptions(LeaderboardOptions message) {
  private static final int MOST_ROUNDS = 10_000;
  private static final List<String> SCORINGS = List.of("v0.1", "v2");

  /**
   * @throws InvalidRequestException naming the option at fault
   */
  static ComputationOptions of(LeaderboardKind kind, LeaderboardOptions asked) {
    boolean parity = asked.getMode() == LeaderboardMode.LEADERBOARD_MODE_PARITY;
    boolean arena = kind == LeaderboardKind.LEADERBOARD_KIND_ARENA_HARD;
    if (parity && kind == LeaderboardKind.LEADERBOARD_KIND_PAIRWISE) {
      throw new InvalidRequestException(
          "options.mode", "must be CORRECTED: nobody publishes a number for your own battles");
    }
    String method = method(kind, asked.getMethod());
    if (!(asked.getLevel() >= 0 && asked.getLevel() < 1)) {
      throw new InvalidRequestException("options.level", "must be in (0, 1), or 0 for the default");
    }
    if (asked.getRounds() < 0 || asked.getRounds() == 1 || asked.getRounds() > MOST_ROUNDS) {
      throw new InvalidRequestException(
          "options.rounds", "must be 2 to " + MOST_ROUNDS + ", or 0 for the default");
    }
    double level = parity && method.equals("v2") ? 0.9 : 0.95;
    return new ComputationOptions(
        LeaderboardOptions.newBuilder()
            .setMode(
                parity
                    ? LeaderboardMode.LEADERBOARD_MODE_PARITY
                    : LeaderboardMode.LEADERBOARD_MODE_CORRECTED)
            .setMethod(method)
            .setLevel(asked.getLevel() == 0 ? level : asked.getLevel())
            .setRounds(asked.getRounds() == 0 ? parity && arena ? 100 : 1000 : asked.getRounds())
            .setSeed(asked.getSeed() == 0 ? 42 : asked.getSeed())
            .build());
  }

  private static String method(LeaderboardKind kind, String asked) {
    List<String> known =
        switch (kind) {
          case LEADERBOARD_KIND_ARENA_HARD -> SCORINGS;
          case LEADERBOARD_KIND_PAIRWISE ->
              Arrays.stream(PairwiseMethod.values()).map(ComputationOptions::name).toList();
          default -> List.of("");
        };
    String method = asked.isEmpty() ? known.get(0) : asked;
    if (!known.contains(method)) {
      throw new InvalidRequestException(
          "options.method",
          known.equals(List.of("")) ? "must be empty for this kind" : "must be one of " + known);
    }
    return method;
  }

  private static String name(PairwiseMethod method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean parity() {
    return message.getMode() == LeaderboardMode.LEADERBOARD_MODE_PARITY;
  }

  PairwiseMethod pairwiseMethod() {
    return PairwiseMethod.valueOf(message.getMethod().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Bootstrap bootstrap() {
    return new Bootstrap(message.getRounds(), message.getLevel(), message.getSeed());
  }

  String digest() {
    return Digest.of(message.toByteArray());
  }
}
