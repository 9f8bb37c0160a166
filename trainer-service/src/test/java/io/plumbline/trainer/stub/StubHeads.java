package io.plumbline.trainer.stub;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Head trainings that succeed at once; their watch breaks off as often as ordered. */
public final class StubHeads extends HeadTrainingServiceGrpc.HeadTrainingServiceImplBase {
  private static final int EVENTS = 4;

  private final List<CreateHeadTrainingRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Long> watchedFrom = new CopyOnWriteArrayList<>();
  private final AtomicInteger breaks = new AtomicInteger();

  public void reset() {
    requests.clear();
    watchedFrom.clear();
    breaks.set(0);
  }

  /** The next watches end with UNAVAILABLE after one more event. */
  public void breakWatches(int count) {
    breaks.set(count);
  }

  public List<CreateHeadTrainingRequest> requests() {
    return requests;
  }

  public List<Long> watchedFrom() {
    return watchedFrom;
  }

  @Override
  public void createHeadTraining(
      CreateHeadTrainingRequest request, StreamObserver<HeadTraining> answers) {
    requests.add(request);
    answer(request.getSpec().getName(), answers);
  }

  @Override
  public void getHeadTraining(GetRunRequest request, StreamObserver<HeadTraining> answers) {
    answer(request.getId(), answers);
  }

  private static void answer(String name, StreamObserver<HeadTraining> answers) {
    answers.onNext(
        HeadTraining.newBuilder()
            .setStatus(RunStatus.newBuilder().setId(name).setState(RunState.RUN_STATE_SUCCEEDED))
            .setModel(
                RewardModel.newBuilder().setName(name).setVersion(3).putMetrics("accuracy", 0.75))
            .build());
    answers.onCompleted();
  }

  @Override
  public void watchHeadTraining(WatchRunRequest request, StreamObserver<RunEvent> events) {
    watchedFrom.add(request.getAfterPosition());
    boolean breaksOff = breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    for (long position = request.getAfterPosition() + 1; position <= EVENTS; position++) {
      events.onNext(
          RunEvent.newBuilder()
              .setPosition(position)
              .setProgress(Progress.newBuilder().setPhase("fit").setDone(position).setTotal(EVENTS))
              .build());
      if (breaksOff) {
        events.onError(Status.UNAVAILABLE.withDescription("ordered").asRuntimeException());
        return;
      }
    }
    events.onCompleted();
  }
}
