package io.plumbline.reward.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.encoder.Encoder;
import io.plumbline.reward.encoder.Encoders;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.BuiltInModels;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.registry.ModelVersion;
import io.plumbline.rewardmodels.relevance.RegularizedRelevance;
import io.plumbline.rewardmodels.relevance.RelevanceReward;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The built-in model {@code relevance}: METHODS 8 with a principle in the place of the query, and
 * the cosine of the default encoder's vectors as relevance.
 */
@ApplicationScoped
public class RelevanceModel implements BuiltInModels {
  public static final String NAME = "relevance";

  private final Encoders encoders;
  private final Encoder encoder;
  private final RegularizedRelevance reward = RegularizedRelevance.bounded();
  private final ModelVersion model;

  RelevanceModel(Encoders encoders) {
    this.encoders = encoders;
    this.encoder = encoders.own();
    this.model =
        new ModelVersion(
            NAME,
            1,
            List.of(ModelReference.LATEST),
            NAME,
            Digest.of(reward.toString().getBytes(UTF_8), encoder.digest().getBytes(UTF_8)),
            Map.of());
  }

  @Override
  public List<ModelVersion> models() {
    return List.of(model);
  }

  Uni<Rewards> score(List<ScoredText> texts, String principle) {
    if (principle.isBlank()) {
      throw new InvalidFieldException(
          "principle", "is empty: say what the model \"relevance\" is to score against");
    }
    List<String> read = new ArrayList<>(List.of(principle));
    texts.stream().filter(ScoredText::isScorable).map(ScoredText::text).forEach(read::add);
    return encoders.embed(encoder, read).map(vectors -> rewards(texts, vectors));
  }

  private Rewards rewards(List<ScoredText> texts, List<float[]> vectors) {
    float[] principle = vectors.get(0);
    List<Reward> rewards = new ArrayList<>();
    int next = 1;
    for (ScoredText text : texts) {
      rewards.add(
          text.isScorable()
              ? reward(text, cosine(principle, vectors.get(next++)))
              : Reward.unscored(text));
    }
    return new Rewards(model, rewards);
  }

  private Reward reward(ScoredText text, double relevance) {
    RelevanceReward parts = reward.score(relevance, text.text());
    return Reward.of(
        text.id(),
        parts.reward(),
        Map.of(
            "relevance", parts.relevance(),
            "length", parts.length(),
            "repetition", parts.repetition()));
  }

  private static double cosine(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
