package io.plumbline.trainer.recipe;

/** Somebody cancelled the recipe. */
final class StopRequested extends RuntimeException {
  StopRequested() {
    super("cancelled", null, false, false);
  }
}
