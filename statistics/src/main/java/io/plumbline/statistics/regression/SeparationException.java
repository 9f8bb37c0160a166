package io.plumbline.statistics.regression;

/**
 * Thrown where a maximum-likelihood estimate does not exist because the data separate perfectly,
 * for example when a model wins every comparison; a ridge penalty makes the estimate finite.
 */
public final class SeparationException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  public SeparationException(String message) {
    super(message);
  }
}
