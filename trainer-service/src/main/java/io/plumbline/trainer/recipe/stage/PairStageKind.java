package io.plumbline.trainer.recipe.stage;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.PairStage;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.recipe.pairing.PreferencePairing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Makes preference pairs from rewards. */
@ApplicationScoped
class PairStageKind implements StageKind {
  private final StageData data;

  @Inject
  PairStageKind(StageData data) {
    this.data = data;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.PAIR;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    PairStage stage = run.stage().getPair();
    String annotation = run.graph().annotationOf(stage.getCompletions()).orElseThrow().getName();
    var pairing =
        new PreferencePairing(
            run.rewardModelOf(annotation),
            stage.getMinMargin(),
            Math.max(1, stage.getMaxPairsPerPrompt()));
    return data.completions(run.dataSetOf(stage.getCompletions()))
        .map(pairing::pair)
        .invoke(result -> requirePairs(result, stage))
        .flatMap(result -> write(run, result));
  }

  private static void requirePairs(PreferencePairing.Result result, PairStage stage) {
    if (result.pairs().isEmpty()) {
      throw new Fault(
          Code.FAILED_PRECONDITION,
          "min_margin: no two completions of a prompt differ by %s or more; lower it, or sample more"
              .formatted(stage.getMinMargin()));
    }
  }

  private Uni<StageOutcome> write(StageRun run, PreferencePairing.Result result) {
    List<DataSetRow> rows =
        result.pairs().stream().map(pair -> DataSetRow.newBuilder().setPair(pair).build()).toList();
    double margins = result.pairs().stream().mapToDouble(pair -> pair.getMargin()).sum();
    return data.write(run, DataSetKind.DATA_SET_KIND_PREFERENCE_PAIRS, rows)
        .map(
            output ->
                run.finish(
                    outcome ->
                        outcome
                            .putMetrics("pairs", output.rowCount)
                            .putMetrics("prompts", result.prompts())
                            .putMetrics("without_reward", result.withoutReward())
                            .putMetrics("mean_margin", margins / rows.size())));
  }
}
