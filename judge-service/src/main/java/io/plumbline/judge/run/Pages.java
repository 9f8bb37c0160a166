package io.plumbline.judge.run;

import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.run.store.VerdictRow;
import io.plumbline.service.door.PageSize;
import java.util.List;

/** Page sizes and tokens. */
final class Pages {
  private static final int LARGEST = 3 << 20;

  private Pages() {}

  /** The verdict after which a page begins. */
  record Place(int judge, int comparison) {}

  static int size(int requested) {
    return PageSize.of(requested, remedy -> new InvalidRequestException("page_size", remedy));
  }

  /**
   * How many rows a page holds: at most so many as were asked for, and no more than clients take in
   * one message where nobody says otherwise (4 MiB in gRPC); always one, where there is one.
   *
   * @param bytes of each row
   */
  static int fitting(List<Integer> bytes, int most) {
    long total = 0;
    int rows = 0;
    while (rows < Math.min(most, bytes.size())
        && (rows == 0 || total + bytes.get(rows) <= LARGEST)) {
      total += bytes.get(rows++);
    }
    return rows;
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
