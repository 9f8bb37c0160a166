package io.plumbline.judge.model.limit;

import io.smallrye.mutiny.Uni;

/**
 * What a model may cost altogether. What the calls under way may cost is set aside, so that towards
 * the end they go one by one, and together they overspend by what one of them costs more than
 * estimated.
 */
public final class Budget {
  private final String model;
  private final double limit;
  private final Spending spending;
  private double reserved;
  private int underWay;

  public Budget(String model, double limit, Spending spending) {
    if (!(limit >= 0)) {
      throw new IllegalArgumentException("a budget must be at least 0, is " + limit);
    }
    this.model = model;
    this.limit = limit;
    this.spending = spending;
  }

  /** Completes when it is known what was spent before. */
  Uni<Void> known() {
    return spending.loaded(model);
  }

  void requireUnspent() {
    double spent = spending.of(model);
    if (spent >= limit) {
      throw new BudgetSpentException(
          "the budget of "
              + model
              + " is spent: "
              + spent
              + " of "
              + limit
              + "; raise plumbline.judge.chat.*.budget");
    }
  }

  /** Whether a call of this price may go; the last one need not be covered. */
  synchronized boolean hasRoom(double price) {
    return underWay == 0 || spending.of(model) + reserved + price <= limit;
  }

  synchronized void reserve(double price) {
    underWay++;
    reserved += price;
  }

  void settle(double price, double cost) {
    // Before the reservation ends, so that the money is never counted less than once; and outside
    // the lock, since it may send a statement.
    if (cost > 0) {
      spending.add(model, cost);
    }
    synchronized (this) {
      underWay--;
      reserved = underWay == 0 ? 0 : reserved - price;
    }
  }
}
