package io.plumbline.cli.judge;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the evaluations that it is sent, and gives every comparison the same verdict. */
final class RecordingEvaluations extends EvaluationServiceGrpc.EvaluationServiceImplBase
    implements AutoCloseable {
  final List<EvaluationSpec> specs = new CopyOnWriteArrayList<>();

  /** From this verdict on none can be fetched. */
  volatile int lost = Integer.MAX_VALUE;

  private final Verdict verdict;
  private final RunState end;
  private final Server server;

  RecordingEvaluations(Verdict verdict, RunState end) throws IOException {
    this.verdict = verdict;
    this.end = end;
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(64 << 20)
            .addService(this)
            .build()
            .start();
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public void createEvaluation(
      CreateEvaluationRequest request, StreamObserver<Evaluation> observer) {
    specs.add(request.getSpec());
    answer(observer, evaluation(Integer.toString(specs.size() - 1)));
  }

  @Override
  public void getEvaluation(GetRunRequest request, StreamObserver<Evaluation> observer) {
    answer(observer, evaluation(request.getId()));
  }

  @Override
  public void watchEvaluation(WatchRunRequest request, StreamObserver<RunEvent> observer) {
    answer(observer, RunEvent.newBuilder().setPosition(1).setState(end).build());
  }

  @Override
  public void listVerdicts(
      ListVerdictsRequest request, StreamObserver<ListVerdictsResponse> observer) {
    List<Comparison> all =
        specs.get(Integer.parseInt(request.getEvaluationId())).getComparisonsList();
    int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    if (from >= lost) {
      observer.onError(Status.UNAVAILABLE.asRuntimeException());
      return;
    }
    int to = Math.min(all.size(), from + request.getPageSize());
    ListVerdictsResponse.Builder response = ListVerdictsResponse.newBuilder();
    for (Comparison comparison : all.subList(from, to)) {
      response.addVerdicts(verdict.toBuilder().setComparisonId(comparison.getId()));
    }
    if (to < all.size()) {
      response.setNextPageToken(Integer.toString(to));
    }
    answer(observer, response.build());
  }

  private Evaluation evaluation(String id) {
    RunStatus.Builder status = RunStatus.newBuilder().setId(id).setState(end);
    if (end == RunState.RUN_STATE_FAILED) {
      status.setError(
          com.google.rpc.Status.newBuilder().setCode(8).setMessage("the budget is spent"));
    }
    return Evaluation.newBuilder().setStatus(status).build();
  }

  private static <T> void answer(StreamObserver<T> observer, T message) {
    observer.onNext(message);
    observer.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
