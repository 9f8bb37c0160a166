package io.plumbline.judge.leaderboard;

import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.service.door.PageSize;

/** Page sizes and tokens of lists of leaderboards. */
final class LeaderboardPages {
  private LeaderboardPages() {}

  static int size(int requested) {
    return PageSize.of(requested, remedy -> new InvalidRequestException("page_size", remedy));
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
