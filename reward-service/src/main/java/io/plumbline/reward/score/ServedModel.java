package io.plumbline.reward.score;

import io.plumbline.reward.registry.ModelVersion;
import io.plumbline.reward.upstream.Dialogue;
import io.plumbline.reward.upstream.Outcome;
import io.plumbline.reward.upstream.UpstreamModels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Scores with the reward models of other people's servers, which read prompt and completion. */
@ApplicationScoped
public class ServedModel {
  private final UpstreamModels models;

  ServedModel(UpstreamModels models) {
    this.models = models;
  }

  boolean serves(String name) {
    return models.isBuiltIn(name);
  }

  Uni<Rewards> score(ModelVersion model, List<ScoredText> texts) {
    List<Dialogue> read =
        texts.stream()
            .filter(ScoredText::isScorable)
            .map(text -> new Dialogue(text.prompt(), text.text()))
            .toList();
    return models
        .score(model.name(), read)
        .map(outcomes -> new Rewards(model, rewards(texts, outcomes.iterator())));
  }

  private static List<Reward> rewards(List<ScoredText> texts, Iterator<Outcome> outcomes) {
    List<Reward> rewards = new ArrayList<>();
    for (ScoredText text : texts) {
      rewards.add(text.isScorable() ? reward(text, outcomes.next()) : Reward.unscored(text));
    }
    return rewards;
  }

  private static Reward reward(ScoredText text, Outcome outcome) {
    return new Reward(text.id(), outcome.reward(), Map.of(), outcome.reason());
  }
}
