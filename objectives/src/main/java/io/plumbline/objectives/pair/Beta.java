package io.plumbline.objectives.pair;

/** The check that every β shares. */
final class Beta {
  private Beta() {}

  static void require(double beta) {
    if (!(beta > 0 && Double.isFinite(beta))) {
      throw new IllegalArgumentException("beta: %s is not a positive number".formatted(beta));
    }
  }
}
