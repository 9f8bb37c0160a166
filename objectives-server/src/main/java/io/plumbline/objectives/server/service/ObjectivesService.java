package io.plumbline.objectives.server.service;

import static java.util.Objects.requireNonNull;

import io.grpc.stub.ServerCallStreamObserver;
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
import io.plumbline.objectives.server.wire.CatalogueMessages;
import io.plumbline.objectives.server.wire.ObjectiveEvaluator;
import io.plumbline.objectives.server.wire.ObjectiveReader;

/**
 * The {@code Objectives} service, for any gRPC server: evaluations run on the pool's threads, what
 * only looks into the catalogue is answered at once.
 */
public final class ObjectivesService extends ObjectivesGrpc.ObjectivesImplBase {
  private final CatalogueListing listing;
  private final ObjectiveReader objectives;
  private final ObjectiveEvaluator evaluator;
  private final EvaluationPool pool;

  /** Serves {@code catalogue}; evaluations run on {@code pool}, which stays the caller's. */
  public ObjectivesService(Catalogue catalogue, EvaluationPool pool) {
    this.listing = new CatalogueListing(catalogue);
    this.objectives = new ObjectiveReader(catalogue);
    this.evaluator = new ObjectiveEvaluator(objectives);
    this.pool = requireNonNull(pool, "pool is null");
  }

  @Override
  public void listObjectives(
      ListObjectivesRequest request, StreamObserver<ListObjectivesResponse> observer) {
    Answer.unary(call(observer), () -> listing.page(request));
  }

  @Override
  public void getObjective(
      GetObjectiveRequest request, StreamObserver<ObjectiveDescription> observer) {
    Answer.unary(call(observer), () -> listing.get(request.getName()));
  }

  @Override
  public void describeObjective(
      DescribeObjectiveRequest request, StreamObserver<ObjectiveSignature> observer) {
    Answer.unary(
        call(observer),
        () -> CatalogueMessages.signature(objectives.read(request.getObjective()).signature()));
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
    pool.answer(call(observer), () -> evaluator.evaluate(request));
  }

  @Override
  public void computeStatistics(
      ComputeStatisticsRequest request, StreamObserver<ObjectiveStatistics> observer) {
    pool.answer(call(observer), () -> evaluator.statistics(request));
  }

  private static <T> ServerCallStreamObserver<T> call(StreamObserver<T> observer) {
    // What gRPC's own stubs hand over.
    return (ServerCallStreamObserver<T>) observer;
  }
}
