package io.plumbline.blackbox.trainer;

import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.CreateDataSetRequest;
import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.DataSetHeader;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes data sets. */
final class Uploads {
  private Uploads() {}

  static DataSet prompts(String requestId, int number) {
    List<DataSetRow> rows = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      rows.add(DataSetRow.newBuilder().setPrompt(Texts.prompt("p" + i, "Once upon " + i)).build());
    }
    return upload(requestId, DataSetKind.DATA_SET_KIND_PROMPTS, rows);
  }

  static DataSet upload(String requestId, DataSetKind kind, List<DataSetRow> rows) {
    CompletableFuture<DataSet> answer = new CompletableFuture<>();
    StreamObserver<CreateDataSetRequest> parts =
        DataSetServiceGrpc.newStub(Doors.of(Service.TRAINER).channel())
            .createDataSet(
                new StreamObserver<>() {
                  @Override
                  public void onNext(DataSet dataSet) {
                    answer.complete(dataSet);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    parts.onNext(
        CreateDataSetRequest.newBuilder()
            .setHeader(
                DataSetHeader.newBuilder().setRequestId(requestId).setName(requestId).setKind(kind))
            .build());
    rows.forEach(row -> parts.onNext(CreateDataSetRequest.newBuilder().setRow(row).build()));
    parts.onCompleted();
    try {
      return answer.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new AssertionError("the data set was not taken", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
