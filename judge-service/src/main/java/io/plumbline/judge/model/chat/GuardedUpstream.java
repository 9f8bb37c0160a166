package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.limit.Admission;
import io.plumbline.judge.model.limit.BudgetSpentException;
import io.plumbline.judge.model.limit.Limits;
import io.plumbline.judge.model.metrics.ModelMetrics;
import io.plumbline.service.guard.FailureReason;
import io.plumbline.service.guard.ModelGuard;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CancellationException;

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
    return Uni.createFrom()
        .deferred(() -> asked(call, limits.request(call.body().length, call.maximumTokens())))
        .onFailure(failure -> !(failure instanceof BudgetSpentException))
        .recoverWithItem(
            failure -> {
              metrics.failed();
              return ChatAnswer.failed(FailureReason.of(failure));
            });
  }

  private Uni<ChatAnswer> asked(ChatCall call, Admission admission) {
    long start = System.nanoTime();
    return admission
        .admitted()
        .chain(() -> guard.call(() -> attempt(call, admission)))
        .map(answer -> answered(answer, admission, start))
        .onFailure()
        .invoke(admission::failed)
        .onCancellation()
        .invoke(admission::abandoned);
  }

  private ChatAnswer answered(ChatAnswer answer, Admission admission, long start) {
    long prompt = answer.promptTokens();
    long completion = answer.completionTokens();
    double cost = answer.metered() ? admission.answered(prompt, completion) : admission.answered();
    metrics.answered(Duration.ofNanos(System.nanoTime() - start), prompt, completion, cost);
    return answer.costing(cost);
  }

  private Uni<ChatAnswer> attempt(ChatCall call, Admission admission) {
    if (!admission.send()) {
      return Uni.createFrom().failure(new CancellationException("nobody waits for this call"));
    }
    metrics.attempt();
    return upstream.ask(call).onTermination().invoke(metrics::attemptEnded);
  }
}
