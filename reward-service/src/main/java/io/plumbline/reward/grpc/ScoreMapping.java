package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.score.Reward;
import io.plumbline.reward.score.Rewards;
import io.plumbline.reward.score.ScoredText;
import io.plumbline.reward.score.Scoring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Score calls between the wire and the scorer. */
final class ScoreMapping {
  private static final int MOST_COMPLETIONS = 1024;
  private static final int LONGEST_PRINCIPLE = 8192;

  private ScoreMapping() {}

  static Scoring scoring(ScoreRequest request) {
    ModelReference model = ModelReference.parse("model", request.getModel());
    if (request.getPrinciple().length() > LONGEST_PRINCIPLE) {
      throw new InvalidFieldException(
          "principle",
          "has %d characters: at most %d are read"
              .formatted(request.getPrinciple().length(), LONGEST_PRINCIPLE));
    }
    int completions = request.getCompletionsCount();
    if (completions < 1 || completions > MOST_COMPLETIONS) {
      throw new InvalidFieldException(
          "completions",
          "has %d completions: give 1 to %d".formatted(completions, MOST_COMPLETIONS));
    }
    List<ScoredText> texts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int number = 0; number < completions; number++) {
      Completion completion = request.getCompletions(number);
      String field = "completions[" + number + "]";
      if (completion.getId().isEmpty() || !ids.add(completion.getId())) {
        throw new InvalidFieldException(
            field + ".id", "is \"" + completion.getId() + "\": give each completion its own id");
      }
      texts.add(text(field, completion));
    }
    return new Scoring(model, texts, request.getPrinciple());
  }

  private static ScoredText text(String field, Completion completion) {
    if (Texts.hasMedia(completion.getPartsList())) {
      return ScoredText.unscorable(
          completion.getId(),
          "the completion has a part that is no text, which no model here reads");
    }
    return ScoredText.of(
        completion.getId(), Texts.text(field + ".parts", completion.getPartsList()));
  }

  static ScoreResponse response(Rewards rewards) {
    ScoreResponse.Builder response =
        ScoreResponse.newBuilder()
            .setModel(rewards.model().reference())
            .setModelDigest(rewards.model().digest());
    rewards.rewards().forEach(reward -> response.addScores(score(reward)));
    return response.build();
  }

  private static Score score(Reward reward) {
    Score.Builder score =
        Score.newBuilder()
            .setCompletionId(reward.id())
            .putAllComponents(reward.components())
            .setReason(reward.reason());
    reward.value().ifPresent(score::setReward);
    return score.build();
  }
}
