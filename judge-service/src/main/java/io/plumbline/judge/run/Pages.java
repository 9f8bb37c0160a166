package io.plumbline.judge.run;

import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.run.store.VerdictRow;

/** Page sizes and tokens. */
final class Pages {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST = 1_000;

  private Pages() {}

  /** The verdict after which a page begins. */
  record Place(int judge, int comparison) {}

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
      throw unknown();
    }
    return Long.parseLong(token);
  }

  static Place after(String token) {
    if (token.isEmpty()) {
      return new Place(-1, -1);
    }
    if (!token.matches("\\d{1,9}:\\d{1,9}")) {
      throw unknown();
    }
    String[] parts = token.split(":");
    return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  static String token(VerdictRow.Key key) {
    return key.judge() + ":" + key.comparison();
  }

  private static InvalidRequestException unknown() {
    return new InvalidRequestException("page_token", "must be empty or come from the last answer");
  }
}
