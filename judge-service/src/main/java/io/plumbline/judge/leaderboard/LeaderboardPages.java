package io.plumbline.judge.leaderboard;

import io.plumbline.judge.request.InvalidRequestException;

/** Page sizes and tokens of lists of leaderboards. */
final class LeaderboardPages {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST = 1_000;

  private LeaderboardPages() {}

  static int size(int requested) {
    if (requested < 0 || requested > LARGEST) {
      throw new InvalidRequestException(
          "page_size", "must be 1 to " + LARGEST + ", or 0 for " + DEFAULT_SIZE);
    }
    return requested == 0 ? DEFAULT_SIZE : requested;
  }

  static long before(String token) {
    if (token.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (!token.matches("\\d{1,18}")) {
      throw new InvalidRequestException("page_token", "must be empty or come from the last answer");
    }
    return Long.parseLong(token);
  }
}
