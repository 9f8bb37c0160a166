package io.plumbline.objectives.check;

/** How exact the expected numbers of a case are, and how near ours must come. */
public enum Precision {
  /** Computed in double precision. */
  DOUBLE(1e-9, 1e-9),
  /** Computed wholly or partly in single precision. */
  SINGLE(1e-6, 1e-5);

  private final double loss;
  private final double metric;

  Precision(double loss, double metric) {
    this.loss = loss;
    this.metric = metric;
  }

  static Precision named(String name) {
    return name.contains("float32") ? SINGLE : DOUBLE;
  }

  /** Allowed relative error of losses and gradients. */
  public double loss() {
    return loss;
  }

  /** Allowed error of a metric or state, relative above 1 and absolute below. */
  public double metric(String name) {
    // TRL averages accuracies in single precision, whatever the model computes in.
    return name.equals("rewards/accuracies") ? SINGLE.metric : metric;
  }
}
