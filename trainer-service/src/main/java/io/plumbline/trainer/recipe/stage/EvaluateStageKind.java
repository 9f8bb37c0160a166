package io.plumbline.trainer.recipe.stage;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.EvaluateStage;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeSummary;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.recipe.pairing.ComparisonPairing;
import io.plumbline.trainer.upstream.JudgeClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets judge-service compare the completions of two stages. */
@ApplicationScoped
class EvaluateStageKind implements StageKind {
  private static final int MOST_COMPARISONS = 100_000;

  private final StageData data;
  private final JudgeClient judge;

  @Inject
  EvaluateStageKind(StageData data, JudgeClient judge) {
    this.data = data;
    this.judge = judge;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.EVALUATE;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    EvaluateStage stage = run.stage().getEvaluate();
    return data.completions(run.dataSetOf(stage.getA()))
        .flatMap(
            a ->
                data.completions(run.dataSetOf(stage.getB()))
                    .map(b -> ComparisonPairing.pair(a, b)))
        .invoke(result -> requireComparisons(result, stage))
        .call(result -> judge(run, stage, result))
        .flatMap(
            result ->
                judge
                    .get(run.outcome().getEvaluationId())
                    .invoke(
                        ended ->
                            ChildEnd.requireSuccess(
                                "judge-service's evaluation", ended.getStatus()))
                    .map(ended -> run.finish(outcome -> summarize(outcome, result, ended))));
  }

  private static void requireComparisons(ComparisonPairing.Result result, EvaluateStage stage) {
    int count = result.comparisons().size();
    if (count == 0) {
      throw new Fault(
          Code.FAILED_PRECONDITION,
          "a, b: stages '%s' and '%s' have no prompt in common; sample both from the same prompts"
              .formatted(stage.getA(), stage.getB()));
    }
    if (count > MOST_COMPARISONS) {
      throw new Fault(
          Code.RESOURCE_EXHAUSTED,
          "a, b: %d comparisons; an evaluation takes %d at most, use fewer prompts"
              .formatted(count, MOST_COMPARISONS));
    }
  }

  private Uni<Void> judge(StageRun run, EvaluateStage stage, ComparisonPairing.Result result) {
    var spec =
        EvaluationSpec.newBuilder()
            .setName(run.title())
            .addAllComparisons(result.comparisons())
            .setSeed(stage.getSeed())
            .setLevel(stage.getLevel());
    for (JudgeSpec asked : stage.getJudgesList()) {
      spec.addJudges(asked.toBuilder().setModel(run.rewardModel(asked.getModel())));
    }
    var request =
        CreateEvaluationRequest.newBuilder().setRequestId(run.requestId()).setSpec(spec).build();
    return judge
        .create(request)
        .map(created -> created.getStatus().getId())
        .call(id -> run.remember(outcome -> outcome.setEvaluationId(id)))
        .flatMap(id -> run.follow(judge.watch(id, run.childPosition())));
  }

  private static StageOutcome.Builder summarize(
      StageOutcome.Builder outcome, ComparisonPairing.Result result, Evaluation ended) {
    outcome.putMetrics("comparisons", result.comparisons().size());
    outcome.putMetrics("unmatched", result.unmatched());
    for (JudgeSummary summary : ended.getSummariesList()) {
      if (summary.getWinRate().hasWinRate()) {
        outcome.putMetrics(
            "win_rate/" + summary.getJudge().getName(), summary.getWinRate().getWinRate());
      }
    }
    return outcome;
  }

  @Override
  public Uni<Void> cancel(StageOutcome outcome) {
    return outcome.getEvaluationId().isEmpty()
        ? Uni.createFrom().voidItem()
        : judge.cancel(outcome.getEvaluationId()).replaceWithVoid();
  }
}
