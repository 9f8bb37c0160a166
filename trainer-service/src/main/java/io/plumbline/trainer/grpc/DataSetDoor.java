package io.plumbline.trainer.grpc;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CreateDataSetRequest;
import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetService;
import io.plumbline.api.v1alpha1.GetDataSetRequest;
import io.plumbline.api.v1alpha1.ListDataSetsRequest;
import io.plumbline.api.v1alpha1.ListDataSetsResponse;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.trainer.dataset.DataSetImport;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** Data sets over gRPC. */
@GrpcService
public class DataSetDoor implements DataSetService {
  private final DataSetImport imports;
  private final DataSets dataSets;

  @Inject
  DataSetDoor(DataSetImport imports, DataSets dataSets) {
    this.imports = requireNonNull(imports, "imports is null");
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
  }

  @Override
  public Uni<DataSet> createDataSet(Multi<CreateDataSetRequest> parts) {
    return imports.store(parts).map(StoredDataSet::toMessage);
  }

  @Override
  public Uni<DataSet> getDataSet(GetDataSetRequest request) {
    return dataSets.get(request.getId()).map(StoredDataSet::toMessage);
  }

  @Override
  public Uni<ListDataSetsResponse> listDataSets(ListDataSetsRequest request) {
    return dataSets
        .list(request.getPageSize(), request.getPageToken())
        .map(
            page ->
                ListDataSetsResponse.newBuilder()
                    .addAllDataSets(page.map(StoredDataSet::toMessage))
                    .setNextPageToken(page.nextToken())
                    .build());
  }

  @Override
  public Multi<DataSetRow> readDataSet(ReadDataSetRequest request) {
    return dataSets.read(request.getId(), request.getAfterPosition());
  }
}
