package io.plumbline.trainer.recipe.stage;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.plumbline.trainer.fault.Fault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Data sets as stages read and write them. */
@ApplicationScoped
class StageData {
  private static final int BATCH = 500;
  private static final long MOST_ROWS_IN_MEMORY = 500_000;

  private final DataSets dataSets;

  @Inject
  StageData(DataSets dataSets) {
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
  }

  /** All completions of a data set; RESOURCE_EXHAUSTED above 500,000. */
  Uni<List<ScoredCompletion>> completions(String dataSetId) {
    return rows(dataSetId).map(rows -> rows.stream().map(DataSetRow::getCompletion).toList());
  }

  Uni<List<DataSetRow>> rows(String dataSetId) {
    return dataSets
        .get(dataSetId)
        .invoke(
            dataSet -> {
              if (dataSet.rowCount > MOST_ROWS_IN_MEMORY) {
                throw new Fault(
                    Code.RESOURCE_EXHAUSTED,
                    "data set %s has %d rows; this stage takes %d at most, split the recipe"
                        .formatted(dataSetId, dataSet.rowCount, MOST_ROWS_IN_MEMORY));
              }
            })
        .flatMap(dataSet -> dataSets.read(dataSetId, 0).collect().asList());
  }

  /** The stage's own data set, as far as it was written. */
  Uni<StoredDataSet> output(StageRun run, DataSetKind kind) {
    return dataSets
        .open(run.requestId(), run.title(), kind)
        .call(output -> run.remember(outcome -> outcome.setDataSetId(output.id)));
  }

  /** Writes the stage's own data set whole; what is there already is left alone. */
  Uni<StoredDataSet> write(StageRun run, DataSetKind kind, List<DataSetRow> rows) {
    return output(run, kind)
        .flatMap(
            output ->
                output.isComplete()
                    ? Uni.createFrom().item(output)
                    : append(output.id, rows).chain(() -> dataSets.complete(output.id)));
  }

  private Uni<Void> append(String id, List<DataSetRow> rows) {
    return Multi.createFrom()
        .range(0, (rows.size() + BATCH - 1) / BATCH)
        .onItem()
        .transformToUniAndConcatenate(
            batch -> {
              int from = batch * BATCH;
              int to = Math.min(rows.size(), from + BATCH);
              return dataSets.append(id, from + 1L, rows.subList(from, to));
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  DataSets dataSets() {
    return dataSets;
  }
}
