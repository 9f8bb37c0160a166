package io.plumbline.judge.model.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one model may be asked for in a minute and cost altogether; waits and refuses. */
public final class Limits {
  private static final int BYTES_PER_TOKEN = 4;

  private final String model;
  private final Optional<Pace> requests;
  private final Optional<Pace> tokens;
  private final OptionalDouble budget;
  private final Price price;
  private final Spending spending;

  /**
   * @param budget what the model may cost altogether; empty for no limit
   */
  public Limits(
      String model,
      Optional<Pace> requests,
      Optional<Pace> tokens,
      OptionalDouble budget,
      Price price,
      Spending spending) {
    this.model = model;
    this.requests = requests;
    this.tokens = tokens;
    this.budget = budget;
    this.price = price;
    this.spending = spending;
  }

  /**
   * Completes when a request may be sent, with the tokens that it was taken for.
   *
   * @param bytes of the request
   * @param answer tokens that the answer may have
   * @return fails with {@link BudgetSpentException} when nothing may be sent any more
   */
  public Uni<Long> admit(int bytes, int answer) {
    long estimate = bytes / BYTES_PER_TOKEN + (long) answer;
    if (budget.isEmpty()) {
      return paced(estimate);
    }
    return spending
        .of(model)
        .chain(
            spent -> {
              if (spent >= budget.getAsDouble()) {
                throw new BudgetSpentException(
                    "the budget of "
                        + model
                        + " is spent: "
                        + spent
                        + " of "
                        + budget.getAsDouble()
                        + "; raise plumbline.judge.chat.*.budget");
              }
              return paced(estimate);
            });
  }

  private Uni<Long> paced(long estimate) {
    long now = System.nanoTime();
    Duration first = requests.map(pace -> pace.take(1, now)).orElse(Duration.ZERO);
    Duration second = tokens.map(pace -> pace.take(estimate, now)).orElse(Duration.ZERO);
    Duration wait = first.compareTo(second) > 0 ? first : second;
    Uni<Long> admitted = Uni.createFrom().item(estimate);
    return wait.isZero() ? admitted : admitted.onItem().delayIt().by(wait);
  }

  /** One more request for the same answer: it counts, and has waited already. */
  public void repeated() {
    requests.ifPresent(pace -> pace.settle(1));
  }

  /** Takes down what an answer used, and says what it cost. */
  public double settle(long estimate, long promptTokens, long completionTokens) {
    tokens.ifPresent(pace -> pace.settle(promptTokens + completionTokens - estimate));
    double cost = price.of(promptTokens, completionTokens);
    if (budget.isPresent() && cost > 0) {
      spending.add(model, cost);
    }
    return cost;
  }
}
