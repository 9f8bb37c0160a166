package io.plumbline.reward.grpc;

import io.plumbline.reward.failure.InvalidFieldException;

/** Page sizes and the tokens that count rows. */
final class Pages {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST_SIZE = 1000;

  private Pages() {}

  static int size(int asked) {
    if (asked < 0 || asked > LARGEST_SIZE) {
      throw new InvalidFieldException(
          "page_size",
          "is " + asked + ": give 1 to " + LARGEST_SIZE + ", or 0 for " + DEFAULT_SIZE);
    }
    return asked == 0 ? DEFAULT_SIZE : asked;
  }

  /** Rows that came before. */
  static int skipped(String token) {
    if (token.isEmpty()) {
      return 0;
    }
    if (!token.matches("[0-9]{1,9}")) {
      throw new InvalidFieldException(
          "page_token", "is not a token of an earlier page: leave it empty for the first");
    }
    return Integer.parseInt(token);
  }
}
