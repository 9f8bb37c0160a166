package io.plumbline.reward.rest;

import io.plumbline.reward.failure.InvalidFieldException;

/** Sizes of pages: 1 to 1000, 100 where none is given. */
final class PageSize {
  private static final int DEFAULT = 100;
  private static final int LARGEST = 1000;

  private PageSize() {}

  static int of(int asked) {
    if (asked < 0 || asked > LARGEST) {
      throw new InvalidFieldException(
          "page_size", "is " + asked + ": give 1 to " + LARGEST + ", or none for " + DEFAULT);
    }
    return asked == 0 ? DEFAULT : asked;
  }
}
