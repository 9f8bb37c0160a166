package io.plumbline.judge.model.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * What one model may be asked for in a minute and cost altogether. Calls wait for it in the order
 * in which they came; so many may wait, and those that are cancelled leave their place.
 */
public final class Limits {
  private static final int BYTES_PER_TOKEN = 4;

  private final Optional<Pace> requests;
  private final Optional<Pace> tokens;
  private final Optional<Budget> budget;
  private final Price price;
  private final Clock clock;
  private final Turnstile<Admission> turnstile;

  /**
   * @param budget what the model may cost altogether; empty for no limit
   * @param queue calls that may wait
   */
  public Limits(
      Optional<Pace> requests,
      Optional<Pace> tokens,
      Optional<Budget> budget,
      Price price,
      int queue,
      Clock clock) {
    this.requests = requests;
    this.tokens = tokens;
    this.budget = budget;
    this.price = price;
    this.clock = clock;
    this.turnstile = new Turnstile<>(queue, clock, this::pass);
  }

  /**
   * A call that is about to be made.
   *
   * @param bytes of the request
   * @param answer tokens that the answer may have
   */
  public Admission request(int bytes, int answer) {
    return new Admission(this, bytes / BYTES_PER_TOKEN, answer);
  }

  /** How many calls wait. */
  public int waiting() {
    return turnstile.waiting();
  }

  Uni<Void> enter(Admission next) {
    if (requests.isEmpty() && tokens.isEmpty() && budget.isEmpty()) {
      next.admit();
      return Uni.createFrom().voidItem();
    }
    return budget
        .map(Budget::known)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .chain(() -> turnstile.enter(next));
  }

  private Duration pass(Admission next) {
    requireUnspent();
    if (budget.isPresent() && !budget.get().hasRoom(next.reserved())) {
      return Turnstile.UNTIL_CHANGED;
    }
    long now = clock.now();
    Duration wait = longer(untilFree(requests, now), untilFree(tokens, now));
    if (wait.isZero()) {
      requests.ifPresent(pace -> pace.take(1, now));
      tokens.ifPresent(pace -> pace.take(next.tokens(), now));
      budget.ifPresent(money -> money.reserve(next.reserved()));
      if (!next.admit()) {
        giveBack(next);
      }
    }
    return wait;
  }

  private static Duration untilFree(Optional<Pace> pace, long now) {
    return pace.map(known -> known.untilFree(now)).orElse(Duration.ZERO);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  void requireUnspent() {
    budget.ifPresent(Budget::requireUnspent);
  }

  /** One more request for the same answer: it counts, and has waited already. */
  void repeated() {
    requests.ifPresent(pace -> pace.settle(1));
  }

  /** A call that was let in ended, and this is what it used. */
  void leave(Admission ended, long used, double cost) {
    tokens.ifPresent(pace -> pace.settle(used - ended.tokens()));
    budget.ifPresent(money -> money.settle(ended.reserved(), cost));
    turnstile.changed();
  }

  /** A call that was let in was not sent. */
  void withdraw(Admission unsent) {
    giveBack(unsent);
    turnstile.changed();
  }

  private void giveBack(Admission unsent) {
    requests.ifPresent(pace -> pace.settle(-1));
    tokens.ifPresent(pace -> pace.settle(-unsent.tokens()));
    budget.ifPresent(money -> money.settle(unsent.reserved(), 0));
  }

  Price price() {
    return price;
  }
}
