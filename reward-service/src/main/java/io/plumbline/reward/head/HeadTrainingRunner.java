package io.plumbline.reward.head;

import io.plumbline.reward.encoder.Encoder;
import io.plumbline.reward.encoder.Encoders;
import io.plumbline.reward.registry.NewModel;
import io.plumbline.reward.registry.PublishedHead;
import io.plumbline.reward.registry.WeightFormat;
import io.plumbline.rewardmodels.head.EmbeddedPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs one training from texts or posted embeddings to the published head; blocks its thread. */
@ApplicationScoped
class HeadTrainingRunner {
  static final String KIND = "bradley-terry-head";
  private static final Logger LOG = Logger.getLogger(HeadTrainingRunner.class);
  private static final int PAIRS_AT_ONCE = 32;

  private final Encoders encoders;
  private final HeadTrainingWork work;
  private final TrainingFormat format;
  private final HeadTrainingSettings settings;

  HeadTrainingRunner(
      Encoders encoders,
      HeadTrainingWork work,
      TrainingFormat format,
      HeadTrainingSettings settings) {
    this.encoders = encoders;
    this.work = work;
    this.format = format;
    this.settings = settings;
  }

  void run(ClaimedTraining training, UUID owner) {
    try {
      train(training, owner);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "head training %s failed", training.id());
      work.fail(training.id(), owner, "the head was not trained: " + failure.getMessage())
          .await()
          .atMost(settings.patience());
    }
  }

  private void train(ClaimedTraining training, UUID owner) {
    HeadTrainingSpec spec = training.spec();
    String encoder = spec.encoder();
    String encoderDigest = PublishedHead.POSTED;
    List<EmbeddedPair> embedded;
    if (spec.isPosted()) {
      embedded = work.embedded(training).await().atMost(settings.patience());
    } else {
      Encoder own = encoders.require("spec.encoder", spec.encoder());
      encoderDigest = own.digest();
      embedded = embed(training, owner, own);
    }
    if (embedded.isEmpty() || !report(training, owner, "fit", 0, 1, "heads")) {
      return;
    }
    TrainedHead trained = TrainedHead.fit(embedded, spec);
    HeadConfiguration configuration =
        new HeadConfiguration(
            KIND,
            encoder,
            encoderDigest,
            spec.isPosted() ? "embedding" : "completion",
            spec.ridge(),
            spec.seed(),
            spec.loss(),
            spec.labelSmoothing());
    NewModel model =
        new NewModel(
            spec.name(),
            KIND,
            encoder,
            encoderDigest,
            format.write(configuration),
            WeightFormat.write(trained.head().weights()),
            trained.metrics());
    work.succeed(training.id(), owner, model, new TrainingMetrics("fit", 1, trained.metrics()))
        .await()
        .atMost(settings.patience());
  }

  /** Empty where the training is no longer the owner's. */
  private List<EmbeddedPair> embed(ClaimedTraining training, UUID owner, Encoder encoder) {
    List<TrainingPair> pairs = training.spec().pairs();
    List<EmbeddedPair> embedded = new ArrayList<>();
    for (int from = 0; from < pairs.size(); from += PAIRS_AT_ONCE) {
      embedded.addAll(
          embed(encoder, pairs.subList(from, Math.min(pairs.size(), from + PAIRS_AT_ONCE))));
      if (!report(training, owner, "embed", embedded.size(), pairs.size(), "pairs")) {
        return List.of();
      }
    }
    return embedded;
  }

  private List<EmbeddedPair> embed(Encoder encoder, List<TrainingPair> pairs) {
    List<String> texts = new ArrayList<>();
    pairs.forEach(pair -> texts.add(pair.chosen()));
    pairs.forEach(pair -> texts.add(pair.rejected()));
    List<float[]> vectors = encoders.embed(encoder, texts).await().atMost(settings.patience());
    return EmbeddedPairs.of(
        pairs, vectors.subList(0, pairs.size()), vectors.subList(pairs.size(), texts.size()));
  }

  private boolean report(
      ClaimedTraining training, UUID owner, String phase, long done, long total, String unit) {
    return work.progress(training.id(), owner, new TrainingProgress(phase, done, total, unit))
        .await()
        .atMost(settings.patience());
  }
}
