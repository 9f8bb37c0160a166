package io.plumbline.service.door;

import java.util.function.Function;

/** Sizes of pages: 1 to 1000, 100 where none is given. */
public final class PageSize {
  private static final int DEFAULT = 100;
  private static final int LARGEST = 1_000;

  private PageSize() {}

  /**
   * The size that a request asks for.
   *
   * @param refused makes the exception from the remedy, for sizes outside [0, 1000]
   */
  public static int of(int asked, Function<String, RuntimeException> refused) {
    if (asked < 0 || asked > LARGEST) {
      throw refused.apply("must be 1 to " + LARGEST + ", or 0 for " + DEFAULT);
    }
    return asked == 0 ? DEFAULT : asked;
  }
}
