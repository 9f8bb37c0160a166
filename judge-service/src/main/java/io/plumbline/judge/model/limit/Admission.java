package io.plumbline.judge.model.limit;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One call's way through a model's limits: it waits, is let in for what it may use at most, is
 * sent, and ends once. What it did not use is given back.
 */
public final class Admission {
  private final Limits limits;
  private final long prompt;
  private final long completion;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  private enum State {
    WAITING,
    ADMITTED,
    SENT,
    ENDED
  }

  /**
   * @param prompt tokens of the request, as estimated
   * @param completion tokens that the answer may have
   */
  Admission(Limits limits, long prompt, long completion) {
    this.limits = limits;
    this.prompt = prompt;
    this.completion = completion;
  }

  /**
   * Completes when the call may be sent; fails with {@link BudgetSpentException} when nothing may
   * be sent any more.
   */
  public Uni<Void> admitted() {
    return limits.enter(this);
  }

  /** False where the call was given up meanwhile. */
  boolean admit() {
    return state.compareAndSet(State.WAITING, State.ADMITTED);
  }

  /**
   * Says that a request is sent now, for the first time or again.
   *
   * @return false if nobody waits for it any more
   * @throws BudgetSpentException if the money ended while the call waited for its turn
   */
  public boolean send() {
    limits.requireUnspent();
    if (state.compareAndSet(State.ADMITTED, State.SENT)) {
      return true;
    }
    boolean again = state.get() == State.SENT;
    if (again) {
      limits.repeated();
    }
    return again;
  }

  /** The call was answered; says what that cost. */
  public double answered(long promptTokens, long completionTokens) {
    double cost = limits.price().of(promptTokens, completionTokens);
    end(promptTokens + completionTokens, cost);
    return cost;
  }

  /**
   * The call was answered by an endpoint that does not say what it used: the estimate counts. Says
   * what that cost.
   */
  public double answered() {
    end(tokens(), reserved());
    return reserved();
  }

  /** The call failed after all retries, or was refused before it was sent. */
  public void failed() {
    gone(0, 0);
  }

  /** Nobody waits any more. What was sent may be charged for, so its estimate counts. */
  public void abandoned() {
    gone(tokens(), reserved());
  }

  private void gone(long tokens, double cost) {
    State before = state.getAndSet(State.ENDED);
    if (before == State.SENT) {
      limits.leave(this, tokens, cost);
    } else if (before == State.ADMITTED) {
      limits.withdraw(this);
    }
  }

  private void end(long tokens, double cost) {
    if (state.getAndSet(State.ENDED) == State.SENT) {
      limits.leave(this, tokens, cost);
    }
  }

  long tokens() {
    return prompt + completion;
  }

  /** What the call may cost. */
  double reserved() {
    return limits.price().of(prompt, completion);
  }
}
