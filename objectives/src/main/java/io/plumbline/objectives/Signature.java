package io.plumbline.objectives;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What an objective reads and how far its examples hang together.
 *
 * @param layout the layout that its batches must have
 * @param differentiable channels for which a gradient comes back
 * @param constants channels that are read and held fixed
 * @param coupling what the gradient of one example depends on
 */
public record Signature(
    Layout layout, Set<Channel> differentiable, Set<Channel> constants, Coupling coupling) {
  public Signature {
    requireNonNull(layout, "layout is null");
    requireNonNull(coupling, "coupling is null");
    differentiable = Set.copyOf(differentiable);
    constants = Set.copyOf(constants);
  }

  /** Throws {@link InvalidBatchException} when {@code batch} lacks a channel or lies otherwise. */
  public void requireFits(Batch batch) {
    if (batch.shape().layout() != layout) {
      throw new InvalidBatchException(
          "layout: the batch holds %s, the objective reads %s; arrange the rows so"
              .formatted(batch.shape().layout(), layout));
    }
    differentiable.forEach(batch::values);
    constants.forEach(batch::values);
  }
}
