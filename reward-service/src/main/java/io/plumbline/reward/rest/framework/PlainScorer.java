package io.plumbline.reward.rest.framework;

import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.score.Reward;
import io.plumbline.reward.score.Rewards;
import io.plumbline.reward.score.ScoredText;
import io.plumbline.reward.score.Scorer;
import io.plumbline.reward.score.Scoring;
import io.plumbline.reward.upstream.Turn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores for callers whose format knows no text without a score: one number per text, or an error
 * that names the text.
 */
@ApplicationScoped
class PlainScorer {
  private final Scorer scorer;

  PlainScorer(Scorer scorer) {
    this.scorer = scorer;
  }

  /**
   * @param prompts what each text answers to, or empty; models of other servers read them
   * @param field where the texts stand in the request, for the error
   */
  Uni<PlainScores> score(
      String model, String principle, List<String> prompts, List<String> texts, String field) {
    if (texts.isEmpty()) {
      throw new InvalidFieldException(field, "is empty: give at least one text");
    }
    List<ScoredText> scored =
        IntStream.range(0, texts.size())
            .mapToObj(
                number ->
                    ScoredText.of(
                        Integer.toString(number), turns(prompts.get(number)), texts.get(number)))
            .toList();
    return scorer
        .score(new Scoring(ModelReference.parse("model", model), scored, principle))
        .map(rewards -> plain(rewards, field));
  }

  private static List<Turn> turns(String prompt) {
    return prompt.isEmpty() ? List.of() : List.of(Turn.ofUser(prompt));
  }

  private static PlainScores plain(Rewards rewards, String field) {
    List<Double> values =
        rewards.rewards().stream().map(reward -> required(reward, field)).toList();
    return new PlainScores(rewards.model().reference(), values);
  }

  private static double required(Reward reward, String field) {
    return reward
        .value()
        .orElseThrow(
            () ->
                new InvalidFieldException(
                    field + "[" + reward.id() + "]", "cannot be scored: " + reward.reason()));
  }
}
