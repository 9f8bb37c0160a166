package io.plumbline.reward.head;

import static java.util.Objects.requireNonNull;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.posted.PostedRows;

/**
 * The embeddings of a training's pairs, in their order.
 *
 * @param chosen one row per pair
 * @param rejected one row per pair, of the same length
 */
public record PostedPairs(PostedRows chosen, PostedRows rejected) {
  /**
   * @throws InvalidFieldException naming the row at fault
   */
  public PostedPairs {
    requireNonNull(chosen, "chosen is null");
    requireNonNull(rejected, "rejected is null");
    if (rejected.dimensions() != chosen.dimensions()) {
      throw new InvalidFieldException(
          rejected.field().apply(0),
          "has %d numbers and the chosen one %d: give both the same"
              .formatted(rejected.dimensions(), chosen.dimensions()));
    }
  }
}
