package io.plumbline.objectives.check;

/** How exact the expected numbers of a case are, and how near ours must come. */
public enum Precision {
  /** Computed in double precision. */
  DOUBLE(1e-9, 1e-9, 1e-9),
  /** Computed in double precision but for a constant or a step. */
  MIXED(1e-6, 1e-6, 1e-5),
  /**
   * Computed wholly in single precision: its gradients are products of exponentials of rounded
   * sums. Of 300 random cases of TRL's α-divergence none is off by more than 9e-7 in the loss and
   * 13 by more than 1e-6 in the gradient, 2.8e-6 at most.
   */
  SINGLE(1e-6, 5e-6, 1e-5);

  private final double loss;
  private final double gradient;
  private final double metric;

  Precision(double loss, double gradient, double metric) {
    this.loss = loss;
    this.gradient = gradient;
    this.metric = metric;
  }

  static Precision named(String name) {
    if (name.equals("float32")) {
      return SINGLE;
    }
    return name.contains("float32") ? MIXED : DOUBLE;
  }

  /** The less exact of the two. */
  Precision or(Precision other) {
    return compareTo(other) > 0 ? this : other;
  }

  /** Allowed relative error of losses. */
  public double loss() {
    return loss;
  }

  /** Allowed error of a gradient's components, relative to the largest one. */
  public double gradient() {
    return gradient;
  }

  /** Allowed error of a metric or state, relative above 1 and absolute below. */
  public double metric(String name) {
    // TRL averages accuracies in single precision, whatever the model computes in.
    return name.equals("rewards/accuracies") ? SINGLE.metric : metric;
  }
}
