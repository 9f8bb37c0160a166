package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.limit.BudgetSpentException;
import io.plumbline.judge.model.limit.Limits;
import io.plumbline.judge.model.metrics.ModelMetrics;
import io.plumbline.service.guard.FailureReason;
import io.plumbline.service.guard.ModelGuard;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks within the model's limits and again where that may help. What went wrong is in the answer;
 * it fails only where the budget is spent, since what was not asked is no failed judgment.
 */
final class GuardedUpstream implements Upstream {
  private final Upstream upstream;
  private final ModelGuard guard;
  private final Limits limits;
  private final ModelMetrics metrics;

  GuardedUpstream(Upstream upstream, ModelGuard guard, Limits limits, ModelMetrics metrics) {
    this.upstream = upstream;
    this.guard = guard;
    this.limits = limits;
    this.metrics = metrics;
  }

  @Override
  public Uni<ChatAnswer> ask(ChatCall call) {
    long start = System.nanoTime();
    return limits
        .admit(call.body().length, call.maximumTokens())
        .chain(taken -> admitted(call, taken, start))
        .onFailure(failure -> !(failure instanceof BudgetSpentException))
        .recoverWithItem(
            failure -> {
              metrics.failed();
              return ChatAnswer.failed(FailureReason.of(failure));
            });
  }

  private Uni<ChatAnswer> admitted(ChatCall call, long taken, long start) {
    AtomicInteger attempts = new AtomicInteger();
    return guard
        .call(() -> attempt(call, attempts.getAndIncrement()))
        .onFailure()
        .invoke(() -> limits.settle(taken, 0, 0))
        .map(
            answer -> {
              long prompt = answer.promptTokens();
              long completion = answer.completionTokens();
              double cost = limits.settle(taken, prompt, completion);
              metrics.answered(
                  Duration.ofNanos(System.nanoTime() - start), prompt, completion, cost);
              return answer.costing(cost);
            });
  }

  private Uni<ChatAnswer> attempt(ChatCall call, int earlier) {
    if (earlier > 0) {
      limits.repeated();
    }
    metrics.attempt();
    return upstream.ask(call).onTermination().invoke(metrics::attemptEnded);
  }
}
