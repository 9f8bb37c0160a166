package io.plumbline.reward.head;

import io.plumbline.reward.encoder.Encoder;
import io.plumbline.reward.encoder.Encoders;
import io.plumbline.reward.registry.NewModel;
import io.plumbline.reward.registry.WeightFormat;
import io.plumbline.rewardmodels.head.EmbeddedPair;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Runs one training from embeddings to the published head; blocks its thread. */
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
    Encoder encoder = encoders.require("spec.encoder", spec.encoder());
    List<EmbeddedPair> embedded = new ArrayList<>();
    for (int from = 0; from < spec.pairs().size(); from += PAIRS_AT_ONCE) {
      List<TrainingPair> chunk =
          spec.pairs().subList(from, Math.min(spec.pairs().size(), from + PAIRS_AT_ONCE));
      embedded.addAll(embed(encoder, chunk));
      if (!report(training, owner, "embed", embedded.size(), spec.pairs().size(), "pairs")) {
        return;
      }
    }
    if (!report(training, owner, "fit", 0, 1, "heads")) {
      return;
    }
    TrainedHead trained = TrainedHead.fit(embedded, spec);
    HeadConfiguration configuration =
        new HeadConfiguration(
            KIND,
            encoder.name(),
            encoder.digest(),
            "completion",
            spec.ridge(),
            spec.seed(),
            spec.loss(),
            spec.labelSmoothing());
    NewModel model =
        new NewModel(
            spec.name(),
            KIND,
            encoder.name(),
            encoder.digest(),
            format.write(configuration),
            WeightFormat.write(trained.head().weights()),
            trained.metrics());
    work.succeed(training.id(), owner, model, new TrainingMetrics("fit", 1, trained.metrics()))
        .await()
        .atMost(settings.patience());
  }

  private List<EmbeddedPair> embed(Encoder encoder, List<TrainingPair> pairs) {
    List<String> texts = new ArrayList<>();
    for (TrainingPair pair : pairs) {
      texts.add(pair.chosen());
      texts.add(pair.rejected());
    }
    List<float[]> vectors = encoders.embed(encoder, texts).await().atMost(settings.patience());
    List<EmbeddedPair> embedded = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      embedded.add(
          new EmbeddedPair(
              pairs.get(i).prompt(),
              vectors.get(2 * i),
              vectors.get(2 * i + 1),
              pairs.get(i).probability(),
              margin(pairs.get(i))));
    }
    return embedded;
  }

  private static OptionalDouble margin(TrainingPair pair) {
    return pair.margin() == null ? OptionalDouble.empty() : OptionalDouble.of(pair.margin());
  }

  private boolean report(
      ClaimedTraining training, UUID owner, String phase, long done, long total, String unit) {
    return work.progress(training.id(), owner, new TrainingProgress(phase, done, total, unit))
        .await()
        .atMost(settings.patience());
  }
}
