package io.plumbline.reward.grpc;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RewardLoss;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.head.HeadLoss;
import io.plumbline.reward.head.PostedPairs;
import io.plumbline.reward.head.TrainingEvent;
import io.plumbline.reward.head.TrainingPair;
import io.plumbline.reward.head.TrainingProgress;
import io.plumbline.reward.head.TrainingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Head trainings between the wire and the service. */
final class HeadTrainingMapping {
  private static final int LONGEST_REQUEST_ID = 128;

  private HeadTrainingMapping() {}

  static String requestId(String id) {
    if (id.isBlank() || id.length() > LONGEST_REQUEST_ID) {
      throw new InvalidFieldException(
          "request_id",
          "has %d characters: give 1 to %d, the same for the same work"
              .formatted(id.length(), LONGEST_REQUEST_ID));
    }
    return id;
  }

  static UUID id(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidFieldException("id", "is \"" + id + "\": give the id that Create answered");
    }
  }

  /** Posted embeddings; empty where texts are given. */
  static Optional<PostedPairs> embeddings(HeadTrainingSpec spec) {
    if (!isPosted(spec) || spec.getPairsCount() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PostedPairs(
            Tensors.rows(
                "spec.chosen_embeddings",
                spec.getChosenEmbeddings(),
                spec.getPairsCount(),
                "spec.pairs"),
            Tensors.rows(
                "spec.rejected_embeddings",
                spec.getRejectedEmbeddings(),
                spec.getPairsCount(),
                "spec.pairs")));
  }

  static boolean isPosted(HeadTrainingSpec spec) {
    return spec.hasChosenEmbeddings() || spec.hasRejectedEmbeddings();
  }

  static io.plumbline.reward.head.HeadTrainingSpec spec(HeadTrainingSpec spec) {
    List<TrainingPair> pairs = new ArrayList<>();
    for (int number = 0; number < spec.getPairsCount(); number++) {
      pairs.add(pair(number, spec.getPairs(number)));
    }
    return new io.plumbline.reward.head.HeadTrainingSpec(
        spec.getName(),
        spec.getEncoder(),
        pairs,
        spec.getRidge() == 0
            ? io.plumbline.reward.head.HeadTrainingSpec.DEFAULT_RIDGE
            : spec.getRidge(),
        spec.getHeldOutShare(),
        spec.getSeed(),
        loss(spec.getLoss()),
        spec.getLabelSmoothing(),
        isPosted(spec) && spec.getChosenEmbeddings().getShapeCount() == 2
            ? (int) spec.getChosenEmbeddings().getShape(1)
            : 0);
  }

  private static HeadLoss loss(RewardLoss loss) {
    return switch (loss) {
      case REWARD_LOSS_UNSPECIFIED, REWARD_LOSS_BRADLEY_TERRY -> HeadLoss.BRADLEY_TERRY;
      case REWARD_LOSS_MARGIN -> HeadLoss.MARGIN;
      case REWARD_LOSS_SCALED -> HeadLoss.SCALED;
      case REWARD_LOSS_DIRECT_REWARD -> HeadLoss.DIRECT_REWARD;
      case UNRECOGNIZED ->
          throw new InvalidFieldException(
              "spec.loss", "is unknown to this service: use one of RewardLoss");
    };
  }

  private static TrainingPair pair(int number, PreferencePair pair) {
    String field = "spec.pairs[" + number + "]";
    if (Texts.hasMedia(pair.getChosenList()) || Texts.hasMedia(pair.getRejectedList())) {
      throw new InvalidFieldException(field, "has a part that is no text: give text parts only");
    }
    String prompt = Texts.promptKey(pair.getPrompt());
    return new TrainingPair(
        prompt.isEmpty() ? "pair " + number : prompt,
        Texts.text(field + ".chosen", pair.getChosenList()),
        Texts.text(field + ".rejected", pair.getRejectedList()),
        pair.hasProbability() ? pair.getProbability() : 1,
        pair.hasMargin() ? pair.getMargin() : null);
  }

  static HeadTraining training(io.plumbline.reward.head.HeadTraining training) {
    RunStatus.Builder status =
        RunStatus.newBuilder()
            .setId(training.id().toString())
            .setRequestId(training.requestId())
            .setState(state(training.state()))
            .setProgress(progress(training.progress()))
            .setCreated(time(training.created()));
    training.started().ifPresent(started -> status.setStarted(time(started)));
    training.ended().ifPresent(ended -> status.setEnded(time(ended)));
    if (!training.error().isEmpty()) {
      status.setError(
          com.google.rpc.Status.newBuilder()
              .setCode(Code.INTERNAL_VALUE)
              .setMessage(training.error()));
    }
    HeadTraining.Builder answer = HeadTraining.newBuilder().setStatus(status);
    training.model().ifPresent(model -> answer.setModel(ModelMapping.model(model)));
    return answer.build();
  }

  static RunEvent event(TrainingEvent event) {
    RunEvent.Builder answer =
        RunEvent.newBuilder().setPosition(event.position()).setTime(time(event.time()));
    if (event instanceof TrainingEvent.StateChanged changed) {
      answer.setState(state(changed.state()));
    } else if (event instanceof TrainingEvent.Progressed progressed) {
      answer.setProgress(progress(progressed.progress()));
    } else if (event instanceof TrainingEvent.Measured measured) {
      answer.setMetrics(
          Metrics.newBuilder()
              .setPhase(measured.metrics().phase())
              .setStep(measured.metrics().step())
              .putAllValues(measured.metrics().values()));
    } else if (event instanceof TrainingEvent.Said said) {
      answer.setMessage(said.message());
    }
    return answer.build();
  }

  private static RunState state(TrainingState state) {
    return switch (state) {
      case QUEUED -> RunState.RUN_STATE_QUEUED;
      case RUNNING -> RunState.RUN_STATE_RUNNING;
      case SUCCEEDED -> RunState.RUN_STATE_SUCCEEDED;
      case FAILED -> RunState.RUN_STATE_FAILED;
      case CANCELLED -> RunState.RUN_STATE_CANCELLED;
    };
  }

  private static Progress progress(TrainingProgress progress) {
    return Progress.newBuilder()
        .setPhase(progress.phase())
        .setDone(progress.done())
        .setTotal(progress.total())
        .setUnit(progress.unit())
        .build();
  }

  private static Timestamp time(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
