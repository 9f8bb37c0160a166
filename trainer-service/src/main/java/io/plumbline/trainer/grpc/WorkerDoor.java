package io.plumbline.trainer.grpc;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetTaskRequest;
import io.plumbline.api.v1alpha1.ReadRowsRequest;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerService;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.plumbline.trainer.worker.WorkerReports;
import io.plumbline.trainer.worker.WorkerTasks;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** What workers call. A worker reports at least every 5 seconds, so a cancel reaches it by then. */
@GrpcService
public class WorkerDoor implements WorkerService {
  private final WorkerTasks tasks;
  private final WorkerReports reports;

  @Inject
  WorkerDoor(WorkerTasks tasks, WorkerReports reports) {
    this.tasks = requireNonNull(tasks, "tasks is null");
    this.reports = requireNonNull(reports, "reports is null");
  }

  @Override
  public Uni<WorkerTask> getTask(GetTaskRequest request) {
    return tasks.get(request.getWorker());
  }

  @Override
  public Multi<DataSetRow> readRows(ReadRowsRequest request) {
    return tasks.rows(request.getWorker(), request.getAfterPosition());
  }

  @Override
  public Multi<WorkerCommand> report(Multi<WorkerReport> stream) {
    return stream.onItem().transformToUniAndConcatenate(reports::store);
  }
}
