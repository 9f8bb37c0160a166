package io.plumbline.objectives.list;

/**
 * What is known of two estimators g_t and g_e of one gradient μ, from which BVPO's mixing weight
 * follows (METHODS 6, arXiv:2510.05095, theorem 2): E‖α g_t + (1 − α) g_e − μ‖² = α² T + (1 − α)² E
 * + 2 α (1 − α) C is least at α = (E − C) / (T + E − 2 C).
 *
 * @param trace T = E‖g_t − μ‖², the error with traces, zero or more
 * @param emptyTrace E = E‖g_e − μ‖², the error with empty traces, zero or more
 * @param cross C = E⟨g_t − μ, g_e − μ⟩, at most √(T E) in size
 */
public record EstimatorErrors(double trace, double emptyTrace, double cross) {
  public EstimatorErrors {
    requireError("trace", trace);
    requireError("emptyTrace", emptyTrace);
    // The bound is Cauchy-Schwarz; estimates may pass it by rounding.
    double largest = Math.sqrt(trace) * Math.sqrt(emptyTrace);
    if (!(Math.abs(cross) <= largest * (1 + 1e-9))) {
      throw new IllegalArgumentException(
          "cross: %s is beyond ±√(T E) = %s; estimate all three from the same gradients"
              .formatted(cross, largest));
    }
  }

  private static void requireError(String field, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s: %s is not a mean squared error; give zero or more".formatted(field, value));
    }
  }

  /** The best α in [0, 1]; ½ where every α is as good, the estimators being one. */
  public double mixingWeight() {
    double spread = trace + emptyTrace - 2 * cross;
    if (spread <= 0) {
      return 0.5;
    }
    return Math.min(1, Math.max(0, (emptyTrace - cross) / spread));
  }

  /** The mean squared error of the mixture with weight {@code alpha}. */
  public double errorAt(double alpha) {
    double rest = 1 - alpha;
    return alpha * alpha * trace + rest * rest * emptyTrace + 2 * alpha * rest * cross;
  }
}
