package io.plumbline.trainer.stub;

import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeSummary;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.api.v1alpha1.WinRate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Evaluations that A wins, or that fail when ordered. */
public final class StubEvaluations extends EvaluationServiceGrpc.EvaluationServiceImplBase {
  public static final double WIN_RATE = 0.625;

  private final List<CreateEvaluationRequest> requests = new CopyOnWriteArrayList<>();
  private volatile boolean fails;

  public void reset() {
    requests.clear();
    fails = false;
  }

  public void fail() {
    fails = true;
  }

  public List<CreateEvaluationRequest> requests() {
    return requests;
  }

  @Override
  public void createEvaluation(
      CreateEvaluationRequest request, StreamObserver<Evaluation> answers) {
    requests.add(request);
    answers.onNext(evaluation());
    answers.onCompleted();
  }

  @Override
  public void watchEvaluation(WatchRunRequest request, StreamObserver<RunEvent> events) {
    events.onNext(RunEvent.newBuilder().setPosition(1).setMessage("judged").build());
    events.onCompleted();
  }

  @Override
  public void getEvaluation(GetRunRequest request, StreamObserver<Evaluation> answers) {
    answers.onNext(evaluation());
    answers.onCompleted();
  }

  private Evaluation evaluation() {
    var status = RunStatus.newBuilder().setId("evaluation-1");
    if (fails) {
      status.setState(RunState.RUN_STATE_FAILED);
      status.getErrorBuilder().setCode(Code.UNAVAILABLE_VALUE).setMessage("no judge answers");
      return Evaluation.newBuilder().setStatus(status).build();
    }
    status.setState(RunState.RUN_STATE_SUCCEEDED);
    var evaluation = Evaluation.newBuilder().setStatus(status);
    if (!requests.isEmpty()) {
      requests
          .get(requests.size() - 1)
          .getSpec()
          .getJudgesList()
          .forEach(
              judge ->
                  evaluation.addSummaries(
                      JudgeSummary.newBuilder()
                          .setJudge(judge)
                          .setWinRate(WinRate.newBuilder().setWinRate(WIN_RATE))));
    }
    return evaluation.build();
  }
}
