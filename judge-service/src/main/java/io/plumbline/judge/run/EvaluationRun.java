package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.judging.Judged;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.judge.model.limit.BudgetSpentException;
import io.plumbline.judge.run.store.NewVerdict;
import io.plumbline.judge.run.store.PendingVerdict;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.summary.ClusteredVerdict;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.preference.Comparison;
import io.plumbline.service.guard.FailureReason;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Judges what is still pending of one run, and hands verdicts on as they come. */
final class EvaluationRun {
  private static final Logger LOG = Logger.getLogger(EvaluationRun.class);

  private final List<JudgeSpec> specs;
  private final List<Judge> judges;
  private final int concurrency;

  private final RunBudget budget;

  EvaluationRun(List<JudgeSpec> specs, List<Judge> judges, int concurrency, RunBudget budget) {
    this.specs = specs;
    this.judges = judges;
    this.concurrency = concurrency;
    this.budget = budget;
  }

  /**
   * Completes when everything is judged and stored, or as much as the budget allows; fails where
   * nothing more can be stored.
   */
  Uni<Void> work(Multi<PendingVerdict> pending, VerdictSink sink) {
    return pending
        .select()
        .first(next -> !budget.isSpent())
        .onItem()
        .transformToUni(next -> kept(next, sink))
        .merge(concurrency)
        .collect()
        .last()
        .chain(sink::drained);
  }

  // Judgments under way go on when one meets the end of the money.
  private Uni<Void> kept(PendingVerdict pending, VerdictSink sink) {
    return judge(pending)
        .invoke(verdict -> budget.add(verdict.verdict().getUsage().getCost()))
        .chain(sink::add)
        .onFailure(BudgetSpentException.class)
        .recoverWithUni(
            spent -> {
              budget.end(spent.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  // What breaks one comparison breaks no run: it would be met again each time the run is taken up.
  private Uni<NewVerdict> judge(PendingVerdict pending) {
    return Uni.createFrom()
        .deferred(() -> asked(pending))
        .onFailure(EvaluationRun::isUnexpected)
        .recoverWithItem(failure -> failed(pending, failure));
  }

  private static boolean isUnexpected(Throwable failure) {
    return failure instanceof RuntimeException && !(failure instanceof BudgetSpentException);
  }

  private NewVerdict failed(PendingVerdict pending, Throwable failure) {
    String id = pending.comparison().getId();
    LOG.errorf(failure, "comparison %s could not be judged", id);
    JudgeSpec spec = specs.get(pending.judge());
    Judged judged =
        new Judged(
            Verdict.symmetric(
                OrderVerdict.none(
                    VerdictState.FAILED, "", "unexpected: " + FailureReason.of(failure))),
            0,
            0,
            0,
            Duration.ZERO,
            spec.getModel(),
            "",
            "");
    String prompt = pending.comparison().getPrompt().getId();
    return new NewVerdict(
        pending.judge(),
        pending.position(),
        ClusteredVerdict.of(prompt.isEmpty() ? id : prompt, judged.verdict()),
        VerdictMapping.verdict(id, spec.getName(), judged));
  }

  private Uni<NewVerdict> asked(PendingVerdict pending) {
    String field = "spec.comparisons[" + pending.position() + "]";
    JudgeSpec spec = specs.get(pending.judge());
    Question question = ComparisonMapping.question(spec, pending.comparison(), field);
    Comparison comparison = question.comparison();
    return judges
        .get(pending.judge())
        .judge(question)
        .map(
            judged ->
                new NewVerdict(
                    pending.judge(),
                    pending.position(),
                    ClusteredVerdict.of(comparison.cluster(), judged.verdict()),
                    VerdictMapping.verdict(comparison.id(), spec.getName(), judged)));
  }
}
