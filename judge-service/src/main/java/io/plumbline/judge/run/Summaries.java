package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.Interval;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeSummary;
import io.plumbline.api.v1alpha1.WinRate;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.NullWinners;
import io.plumbline.judge.run.store.Outcomes;
import io.plumbline.judge.run.store.RunStates;
import io.plumbline.judgment.baseline.NullJudge;
import io.plumbline.judgment.summary.ClusteredVerdict;
import io.plumbline.judgment.summary.VerdictSummary;
import io.plumbline.judgment.summary.WinRateEstimate;
import io.plumbline.judgment.verdict.Winner;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums up a run from what is stored, judge by judge, with the null judges beside them. */
@ApplicationScoped
public class Summaries {
  private final Evaluations evaluations;
  private final Outcomes outcomes;

  Summaries(Evaluations evaluations, Outcomes outcomes) {
    this.evaluations = evaluations;
    this.outcomes = outcomes;
  }

  public Uni<Evaluation> of(EvaluationRow run) {
    return Uni.combine()
        .all()
        .unis(evaluations.judges(run.id), outcomes.verdicts(run.id), outcomes.nullOutcomes(run.id))
        .asTuple()
        // Sorting out 100,000 verdicts takes time that the event loop does not have.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            parts ->
                Evaluation.newBuilder()
                    .setStatus(RunStates.status(run))
                    .setName(run.name)
                    .setCost(run.cost)
                    .addAllSummaries(judges(parts.getItem1(), parts.getItem2(), run.level))
                    .addAllNullJudges(nullJudges(parts.getItem3(), run.level))
                    .build());
  }

  private static List<JudgeSummary> judges(
      List<JudgeSpec> specs, List<Outcomes.Outcome> outcomes, double level) {
    List<JudgeSummary> summaries = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      int judge = i;
      List<ClusteredVerdict> verdicts =
          outcomes.stream()
              .filter(outcome -> outcome.judge() == judge)
              .map(Outcomes.Outcome::verdict)
              .toList();
      summaries.add(judge(specs.get(i), VerdictSummary.of(verdicts, level)));
    }
    return summaries;
  }

  private static JudgeSummary judge(JudgeSpec spec, VerdictSummary summary) {
    JudgeSummary.Builder message =
        JudgeSummary.newBuilder()
            .setJudge(spec)
            .setWinRate(winRate(spec.getName(), summary.winRate()))
            .setSymmetricByConstruction(Judges.isSymmetric(spec));
    summary.meanProbability().ifPresent(message::setMeanProbabilityA);
    summary.inconsistentShare().ifPresent(message::setInconsistentShare);
    summary.states().forEach((state, count) -> message.putStates(state.name(), count));
    return message.build();
  }

  private static List<WinRate> nullJudges(List<Outcomes.NullOutcome> outcomes, double level) {
    List<String> clusters = outcomes.stream().map(Outcomes.NullOutcome::cluster).toList();
    List<NullJudge> judges = NullJudge.all(0);
    List<WinRate> rates = new ArrayList<>();
    for (int i = 0; i < judges.size(); i++) {
      int judge = i;
      List<Winner> winners =
          outcomes.stream().map(outcome -> NullWinners.at(outcome.winners(), judge)).toList();
      rates.add(winRate(judges.get(i).name(), WinRateEstimate.of(winners, clusters, level)));
    }
    return rates;
  }

  private static WinRate winRate(String judge, Optional<WinRateEstimate> estimate) {
    WinRate.Builder rate = WinRate.newBuilder().setJudge(judge);
    estimate.ifPresent(
        known ->
            rate.setComparisons(known.comparisons())
                .setWinRate(known.rate())
                .setInterval(
                    Interval.newBuilder()
                        .setLow(known.interval().lower())
                        .setHigh(known.interval().upper())
                        .setLevel(known.interval().level())));
    return rate.build();
  }
}
