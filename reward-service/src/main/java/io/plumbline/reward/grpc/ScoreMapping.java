package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.posted.PostedRows;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.score.Reward;
import io.plumbline.reward.score.Rewards;
import io.plumbline.reward.score.ScoredText;
import io.plumbline.reward.score.Scoring;
import java.util.Optional;

/** Score calls between the wire and the scorer. */
final class ScoreMapping {
  private ScoreMapping() {}

  static Scoring scoring(ScoreRequest request) {
    return new Scoring(
        ModelReference.parse("model", request.getModel()),
        request.getCompletionsList().stream().map(ScoreMapping::text).toList(),
        request.getPrinciple(),
        embeddings(request));
  }

  private static Optional<PostedRows> embeddings(ScoreRequest request) {
    int completions = request.getCompletionsCount();
    if (!request.hasEmbeddings() || completions == 0) {
      return Optional.empty();
    }
    for (int number = 0; number < completions; number++) {
      if (request.getCompletions(number).getPartsCount() > 0) {
        throw new InvalidFieldException(
            "completions[" + number + "].parts",
            "are there beside a posted embedding: give one of them");
      }
    }
    return Optional.of(
        Tensors.rows("embeddings", request.getEmbeddings(), completions, "completions"));
  }

  private static ScoredText text(Completion completion) {
    if (Texts.hasMedia(completion.getPartsList())) {
      return ScoredText.unscorable(
          completion.getId(),
          "the completion has a part that is no text, which no model here reads");
    }
    return ScoredText.of(
        completion.getId(),
        Texts.turns(completion.getPrompt()),
        Texts.joined(completion.getPartsList()));
  }

  static ScoreResponse response(Rewards rewards) {
    ScoreResponse.Builder response =
        ScoreResponse.newBuilder()
            .setModel(rewards.model().reference())
            .setModelDigest(rewards.model().digest());
    rewards.rewards().forEach(reward -> response.addScores(score(reward)));
    rewards.model().temperature().ifPresent(response::setTemperature);
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
