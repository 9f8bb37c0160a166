package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Stores the prompts that came with the recipe. */
@ApplicationScoped
class PromptsStageKind implements StageKind {
  private final StageData data;

  @Inject
  PromptsStageKind(StageData data) {
    this.data = data;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.PROMPTS;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    List<DataSetRow> rows =
        run.stage().getPrompts().getPromptsList().stream()
            .map(prompt -> DataSetRow.newBuilder().setPrompt(prompt).build())
            .toList();
    return data.write(run, DataSetKind.DATA_SET_KIND_PROMPTS, rows)
        .map(output -> run.finish(outcome -> outcome.putMetrics("prompts", output.rowCount)));
  }
}
