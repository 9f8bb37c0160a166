package io.plumbline.reward.score;

import io.plumbline.reward.encoder.Encoder;
import io.plumbline.reward.encoder.Encoders;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.posted.PostedRows;
import io.plumbline.reward.registry.PublishedHead;
import io.plumbline.reward.registry.WeightFormat;
import io.plumbline.rewardmodels.head.LinearHead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scores with published linear heads. */
@ApplicationScoped
public class HeadModel {
  private final Encoders encoders;

  HeadModel(Encoders encoders) {
    this.encoders = encoders;
  }

  /** Scores posted embeddings, one row per text; no encoder is asked. */
  Rewards score(PublishedHead published, List<ScoredText> texts, PostedRows embeddings) {
    LinearHead head = new LinearHead(WeightFormat.read(published.weights()));
    String name = published.model().reference();
    embeddings.requireDimensions(head.weights().length, name);
    if (!published.isOfPostedEmbeddings()) {
      embeddings.requireUnitLength(name);
    }
    List<Reward> rewards = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rewards.add(Reward.of(texts.get(i).id(), head.reward(embeddings.rows().get(i)), Map.of()));
    }
    return new Rewards(published.model(), rewards);
  }

  Uni<Rewards> score(PublishedHead published, List<ScoredText> texts) {
    if (published.isOfPostedEmbeddings()) {
      throw new ConflictException(
          "%s was trained on posted embeddings of \"%s\": post embeddings of the completions, not texts"
              .formatted(published.model().reference(), published.encoder()));
    }
    Encoder encoder = encoders.require("encoder", published.encoder());
    if (!encoder.digest().equals(published.encoderDigest())) {
      throw new ConflictException(
          "%s was trained on another build or setting of the encoder %s than this service runs: train it again, or restore plumbline.reward.encoder.*"
              .formatted(published.model().reference(), encoder.name()));
    }
    LinearHead head = new LinearHead(WeightFormat.read(published.weights()));
    List<String> read =
        texts.stream().filter(ScoredText::isScorable).map(ScoredText::text).toList();
    return encoders
        .embed(encoder, read)
        .map(vectors -> new Rewards(published.model(), rewards(head, texts, vectors)));
  }

  private static List<Reward> rewards(
      LinearHead head, List<ScoredText> texts, List<float[]> vectors) {
    List<Reward> rewards = new ArrayList<>();
    int next = 0;
    for (ScoredText text : texts) {
      rewards.add(
          text.isScorable()
              ? Reward.of(text.id(), head.reward(vectors.get(next++)), Map.of())
              : Reward.unscored(text));
    }
    return rewards;
  }
}
