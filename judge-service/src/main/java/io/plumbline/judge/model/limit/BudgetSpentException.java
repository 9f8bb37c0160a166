package io.plumbline.judge.model.limit;

/** Nothing more may be asked: the money is spent. What is not asked can be asked later. */
public final class BudgetSpentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BudgetSpentException(String message) {
    super(message);
  }
}
