package io.plumbline.trainer.dataset;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CreateDataSetRequest;
import io.plumbline.api.v1alpha1.DataSetHeader;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.trainer.fault.Violations;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads a data set from a stream: the header, then the rows. */
@ApplicationScoped
public class DataSetImport {
  private static final int BATCH = 500;

  private final DataSets dataSets;

  @Inject
  DataSetImport(DataSets dataSets) {
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
  }

  /** Stores the stream; returns the data set that is there when the request id is known. */
  public Uni<StoredDataSet> store(Multi<CreateDataSetRequest> parts) {
    var target = new Target();
    return parts
        .group()
        .intoLists()
        .of(BATCH)
        .onItem()
        .transformToUniAndConcatenate(batch -> target.accept(batch))
        .collect()
        .last()
        .flatMap(last -> target.finish());
  }

  private final class Target {
    private StoredDataSet dataSet;
    private long rows;

    private Uni<StoredDataSet> accept(List<CreateDataSetRequest> batch) {
      if (dataSet == null) {
        checkHeader(batch.get(0));
        DataSetHeader header = batch.get(0).getHeader();
        return dataSets
            .open(header.getRequestId(), header.getName(), header.getKind())
            .call(this::startOver)
            .invoke(opened -> dataSet = opened)
            .flatMap(opened -> append(batch.subList(1, batch.size())));
      }
      return append(batch);
    }

    /** Rows of an import that broke off are not trusted to be those of this one. */
    private Uni<Void> startOver(StoredDataSet opened) {
      return opened.isComplete() || opened.rowCount == 0
          ? Uni.createFrom().voidItem()
          : dataSets.clear(opened.id);
    }

    private Uni<StoredDataSet> append(List<CreateDataSetRequest> batch) {
      List<DataSetRow> added =
          batch.stream()
              .map(
                  part -> {
                    var violations = new Violations();
                    violations.require(
                        part.hasRow(), "part", "only the first message carries the header");
                    violations.raise();
                    return part.getRow();
                  })
              .toList();
      long first = rows + 1;
      rows += added.size();
      return dataSet.isComplete() || added.isEmpty()
          ? Uni.createFrom().item(dataSet)
          : dataSets.append(dataSet.id, first, added).replaceWith(dataSet);
    }

    private Uni<StoredDataSet> finish() {
      if (dataSet == null) {
        checkHeader(CreateDataSetRequest.getDefaultInstance());
      }
      return dataSet.isComplete() ? Uni.createFrom().item(dataSet) : dataSets.complete(dataSet.id);
    }
  }

  private static void checkHeader(CreateDataSetRequest part) {
    var violations = new Violations();
    violations.require(part.hasHeader(), "header", "the first message must carry it");
    DataSetHeader header = part.getHeader();
    violations.require(
        !header.getRequestId().isBlank(), "header.request_id", "must be set by the client");
    violations.require(!header.getName().isBlank(), "header.name", "must be set");
    violations.require(
        header.getKind() != DataSetKind.DATA_SET_KIND_UNSPECIFIED
            && header.getKind() != DataSetKind.UNRECOGNIZED,
        "header.kind",
        "must be prompts, completions or preference pairs");
    violations.raise();
  }
}
