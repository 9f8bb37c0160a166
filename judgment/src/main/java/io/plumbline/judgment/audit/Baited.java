package io.plumbline.judgment.audit;

/**
 * A completion's scores with and without a bait in it; each quantity is NaN unless both are known.
 *
 * @param gold what a trusted judgment gives the completion; NaN where none is known
 */
record Baited(double with, double without, double gold) {

  double effect() {
    return with - without;
  }

  double unmoved() {
    return Double.isNaN(effect())
        ? Double.NaN
        : Math.signum(with - 0.5) == Math.signum(without - 0.5) ? 1 : 0;
  }

  double accuracyWith() {
    return Double.isNaN(effect()) ? Double.NaN : Scores.agreement(with, gold);
  }

  double accuracyWithout() {
    return Double.isNaN(effect()) ? Double.NaN : Scores.agreement(without, gold);
  }

  double harmed() {
    return Math.max(0, accuracyWithout() - accuracyWith());
  }

  double helped() {
    return Math.max(0, accuracyWith() - accuracyWithout());
  }
}
