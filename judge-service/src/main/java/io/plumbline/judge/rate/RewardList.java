package io.plumbline.judge.rate;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.judge.model.reward.RewardScores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** The rewards of several completions. */
@ApplicationScoped
class RewardList {
  private final RewardScores rewards;

  RewardList(RewardScores rewards) {
    this.rewards = rewards;
  }

  Uni<ScoreResponse> of(String model, String principle, CompletionList list) {
    Prompt prompt =
        Prompt.newBuilder()
            .setId("prompt")
            .addMessages(
                Message.newBuilder()
                    .setRole(Role.ROLE_USER)
                    .addParts(ContentPart.newBuilder().setText(list.prompt().text())))
            .build();
    ScoreRequest.Builder request =
        ScoreRequest.newBuilder().setModel(model).setPrinciple(principle);
    for (int i = 0; i < list.ids().size(); i++) {
      request.addCompletions(
          Completion.newBuilder()
              .setId(list.ids().get(i))
              .setPrompt(prompt)
              .addParts(ContentPart.newBuilder().setText(list.contents().get(i).text())));
    }
    return rewards.score(request.build());
  }

  static Map<String, Score> byId(ScoreResponse response) {
    Map<String, Score> scores = new HashMap<>();
    response.getScoresList().forEach(score -> scores.put(score.getCompletionId(), score));
    return scores;
  }
}
