package io.plumbline.judge.rest;

import io.plumbline.api.v1alpha1.LeaderboardMode;
import io.plumbline.api.v1alpha1.LeaderboardOptions;
import io.plumbline.judge.request.InvalidRequestException;
import jakarta.ws.rs.QueryParam;

/** How a leaderboard is computed, as a query says it; what is absent has its default. */
public class LeaderboardQuery {
  @QueryParam("mode")
  String mode;

  @QueryParam("method")
  String method;

  @QueryParam("level")
  double level;

  @QueryParam("rounds")
  int rounds;

  @QueryParam("seed")
  long seed;

  LeaderboardOptions options() {
    return LeaderboardOptions.newBuilder()
        .setMode(mode())
        .setMethod(method == null ? "" : method)
        .setLevel(level)
        .setRounds(rounds)
        .setSeed(seed)
        .build();
  }

  private LeaderboardMode mode() {
    return switch (mode == null ? "" : mode) {
      case "", "corrected" -> LeaderboardMode.LEADERBOARD_MODE_CORRECTED;
      case "parity" -> LeaderboardMode.LEADERBOARD_MODE_PARITY;
      default -> throw new InvalidRequestException("mode", "must be parity or corrected");
    };
  }
}
