package io.plumbline.objectives.pair;

/**
 * The loss of one pair with its derivatives by the two scores.
 *
 * @param loss value
 * @param chosenSlope derivative by the chosen score
 * @param rejectedSlope derivative by the rejected score
 */
public record PairTerm(double loss, double chosenSlope, double rejectedSlope) {
  /** The term of a loss that depends on the margin chosen − rejected only. */
  public static PairTerm ofMargin(double loss, double slope) {
    return new PairTerm(loss, slope, -slope);
  }

  /** This term times a constant. */
  public PairTerm times(double factor) {
    return new PairTerm(factor * loss, factor * chosenSlope, factor * rejectedSlope);
  }

  /** The sum of two terms. */
  public PairTerm plus(PairTerm other) {
    return new PairTerm(
        loss + other.loss, chosenSlope + other.chosenSlope, rejectedSlope + other.rejectedSlope);
  }

  /** The term of the pair with the roles of chosen and rejected exchanged back. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // the exchange is the purpose
  public PairTerm exchanged() {
    return new PairTerm(loss, rejectedSlope, chosenSlope);
  }
}
