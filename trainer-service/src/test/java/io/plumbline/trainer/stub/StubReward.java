package io.plumbline.trainer.stub;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.SetAliasRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Rewards are lengths of texts, as long as no fault is ordered. */
public final class StubReward extends RewardServiceGrpc.RewardServiceImplBase {
  /** What may go wrong with an answer. */
  public enum Fault {
    NONE,
    SHORT_ANSWER,
    OTHER_MODEL_LATER,
    NO_REWARD_FOR_FIRST,
    HANGS
  }

  private final List<ScoreRequest> requests = new CopyOnWriteArrayList<>();
  private final List<SetAliasRequest> aliases = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  public void reset() {
    requests.clear();
    aliases.clear();
    refusals.set(0);
    fault = Fault.NONE;
  }

  public void order(Fault ordered) {
    fault = ordered;
  }

  /** The next calls are answered with UNAVAILABLE. */
  public void refuse(int calls) {
    refusals.set(calls);
  }

  public List<ScoreRequest> requests() {
    return requests;
  }

  public List<SetAliasRequest> aliases() {
    return aliases;
  }

  @Override
  public void score(ScoreRequest request, StreamObserver<ScoreResponse> answers) {
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      answers.onError(Status.UNAVAILABLE.withDescription("ordered").asRuntimeException());
      return;
    }
    if (fault == Fault.HANGS) {
      return;
    }
    requests.add(request);
    String model =
        fault == Fault.OTHER_MODEL_LATER && requests.size() > 1 ? "length@2" : "length@1";
    var response = ScoreResponse.newBuilder().setModel(model).setModelDigest("d");
    for (Completion completion : request.getCompletionsList()) {
      response.addScores(
          Score.newBuilder()
              .setCompletionId(completion.getId())
              .setReward(completion.getParts(0).getText().length()));
    }
    if (fault == Fault.SHORT_ANSWER) {
      response.removeScores(0);
    }
    if (fault == Fault.NO_REWARD_FOR_FIRST) {
      response.getScoresBuilder(0).clearReward().setReason("no text");
    }
    answers.onNext(response.build());
    answers.onCompleted();
  }

  @Override
  public void setAlias(SetAliasRequest request, StreamObserver<RewardModel> answers) {
    aliases.add(request);
    answers.onNext(
        RewardModel.newBuilder()
            .setName(request.getName())
            .setVersion(request.getVersion())
            .addAliases(request.getAlias())
            .build());
    answers.onCompleted();
  }
}
