package io.plumbline.statistics.agreement;

/** Thrown where a coefficient is not defined for the ratings; the message says why. */
public final class UndefinedAgreementException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  public UndefinedAgreementException(String message) {
    super(message);
  }
}
