package io.plumbline.reward.grpc;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.service.door.PageSize;

/** Page sizes and the tokens that count rows. */
final class Pages {
  private Pages() {}

  static int size(int asked) {
    return PageSize.of(asked, remedy -> new InvalidFieldException("page_size", remedy));
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
