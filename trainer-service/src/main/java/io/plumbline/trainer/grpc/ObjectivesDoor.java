package io.plumbline.trainer.grpc;

import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.ComputeStatisticsRequest;
import io.plumbline.api.v1alpha1.DescribeObjectiveRequest;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.GetObjectiveRequest;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ListObjectivesResponse;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.api.v1alpha1.ObjectiveSignature;
import io.plumbline.api.v1alpha1.ObjectiveStatistics;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.server.service.EvaluationPool;
import io.plumbline.objectives.server.service.ObjectivesService;
import io.quarkus.grpc.GrpcService;
import jakarta.annotation.PreDestroy;
import java.time.Duration;

/**
 * The objectives, as the sidecar serves them; evaluations run on threads of their own. Without
 * Mutiny: it hands calls on to the one implementation, which knows no framework.
 */
@GrpcService
public class ObjectivesDoor extends ObjectivesGrpc.ObjectivesImplBase {
  private static final int WAITING = 64;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final EvaluationPool pool =
      new EvaluationPool(Runtime.getRuntime().availableProcessors(), WAITING);
  private final ObjectivesService service = new ObjectivesService(Catalogue.standard(), pool);

  @Override
  public void listObjectives(
      ListObjectivesRequest request, StreamObserver<ListObjectivesResponse> observer) {
    service.listObjectives(request, observer);
  }

  @Override
  public void getObjective(
      GetObjectiveRequest request, StreamObserver<ObjectiveDescription> observer) {
    service.getObjective(request, observer);
  }

  @Override
  public void describeObjective(
      DescribeObjectiveRequest request, StreamObserver<ObjectiveSignature> observer) {
    service.describeObjective(request, observer);
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
    service.evaluate(request, observer);
  }

  @Override
  public void computeStatistics(
      ComputeStatisticsRequest request, StreamObserver<ObjectiveStatistics> observer) {
    service.computeStatistics(request, observer);
  }

  @PreDestroy
  void stop() {
    pool.close(GRACE);
  }
}
