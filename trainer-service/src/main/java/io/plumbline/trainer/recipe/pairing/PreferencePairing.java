package io.plumbline.trainer.recipe.pairing;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes preference pairs from rewards: within each prompt the best against the worst, the second
 * best against the second worst, …, while the margin is positive and large enough. Equal rewards
 * keep the order of the completions, so that the same rewards always give the same pairs.
 *
 * @param rewardModel whose rewards decide, NAME@VERSION
 * @param minMargin smallest difference of rewards, >= 0
 * @param maxPairsPerPrompt >= 1
 */
public record PreferencePairing(String rewardModel, double minMargin, int maxPairsPerPrompt) {

  /**
   * The pairs in the order of the prompts, and the completions that could not be paired because
   * they have no finite reward of this model.
   */
  public record Result(List<PreferencePair> pairs, long withoutReward, long prompts) {}

  public Result pair(List<ScoredCompletion> completions) {
    List<PreferencePair> pairs = new ArrayList<>();
    long withoutReward = 0;
    var groups = PromptGroups.of(completions);
    for (List<ScoredCompletion> group : groups.values()) {
      List<ScoredCompletion> ranked =
          group.stream()
              .filter(this::hasReward)
              .sorted(Comparator.comparingDouble(this::reward).reversed())
              .toList();
      withoutReward += group.size() - ranked.size();
      addPairs(ranked, pairs);
    }
    return new Result(List.copyOf(pairs), withoutReward, groups.size());
  }

  private void addPairs(List<ScoredCompletion> ranked, List<PreferencePair> pairs) {
    int most = Math.min(maxPairsPerPrompt, ranked.size() / 2);
    for (int i = 0; i < most; i++) {
      ScoredCompletion chosen = ranked.get(i);
      ScoredCompletion rejected = ranked.get(ranked.size() - 1 - i);
      double margin = reward(chosen) - reward(rejected);
      if (margin <= 0 || margin < minMargin) {
        return;
      }
      pairs.add(preference(chosen.getCompletion(), rejected.getCompletion(), margin, i + 1));
    }
  }

  private PreferencePair preference(
      Completion chosen, Completion rejected, double margin, int number) {
    return PreferencePair.newBuilder()
        .setId(chosen.getPrompt().getId() + "/" + number)
        .setPrompt(chosen.getPrompt())
        .addAllChosen(chosen.getPartsList())
        .addAllRejected(rejected.getPartsList())
        .setMargin(margin)
        .setAnnotator(rewardModel)
        .build();
  }

  private boolean hasReward(ScoredCompletion completion) {
    Double reward = completion.getRewardsMap().get(rewardModel);
    return reward != null && Double.isFinite(reward);
  }

  private double reward(ScoredCompletion completion) {
    return completion.getRewardsOrThrow(rewardModel);
  }
}
