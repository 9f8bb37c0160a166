package io.plumbline.statistics.leaderboard.arenahard;

import io.plumbline.statistics.comparison.PairedComparison;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each model's win rate by judges that look at nothing but length, or toss a coin, on the same
 * battles. Which answer was shown first is not in battles, so that no judge prefers that one.
 *
 * @param rates by model and null judge, in percent
 * @param indistinguishable by model, the null judges from which the judge cannot be told there
 */
public record BattleNullJudges(
    Map<String, Map<String, Double>> rates, Map<String, List<String>> indistinguishable) {
  public static final BattleNullJudges NONE = new BattleNullJudges(Map.of(), Map.of());

  /** Of the battles' first models. */
  public static BattleNullJudges of(List<StyledBattles.Battle> battles, Bootstrap bootstrap) {
    Map<String, List<StyledBattles.Battle>> byModel = new LinkedHashMap<>();
    battles.forEach(
        battle -> byModel.computeIfAbsent(battle.first(), key -> new ArrayList<>()).add(battle));
    Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
    Map<String, List<String>> indistinguishable = new LinkedHashMap<>();
    byModel.forEach(
        (model, own) -> {
          Clusters questions =
              Clusters.of(own.stream().map(StyledBattles.Battle::question).toList());
          double[] judge = own.stream().mapToDouble(StyledBattles.Battle::score).toArray();
          Map<String, Double> ofModel = new LinkedHashMap<>();
          List<String> alike = new ArrayList<>();
          scores(own, bootstrap.seed())
              .forEach(
                  (name, blind) -> {
                    ofModel.put(name, 100 * Arrays.stream(blind).average().orElseThrow());
                    if (PairedComparison.of(judge, blind, questions, bootstrap)
                        .isIndistinguishable()) {
                      alike.add(name);
                    }
                  });
          rates.put(model, ofModel);
          indistinguishable.put(model, alike);
        });
    return new BattleNullJudges(rates, indistinguishable);
  }

  private static Map<String, double[]> scores(List<StyledBattles.Battle> battles, long seed) {
    RandomStream coin = new RandomStream(seed);
    double[] longer =
        battles.stream()
            .mapToDouble(
                battle ->
                    0.5
                        + 0.5
                            * Double.compare(
                                battle.firstStyle().length(), battle.secondStyle().length()))
            .toArray();
    Map<String, double[]> scores = new LinkedHashMap<>();
    scores.put("longer", longer);
    scores.put("shorter", Arrays.stream(longer).map(score -> 1 - score).toArray());
    scores.put("coin", battles.stream().mapToDouble(b -> coin.nextLong() < 0 ? 1 : 0).toArray());
    return scores;
  }

  /** The entry with a note for each null judge from which the judge cannot be told. */
  public ArenaHardEntry noted(ArenaHardEntry entry) {
    ArenaHardEntry noted = entry;
    for (String judge : indistinguishable.getOrDefault(entry.model(), List.of())) {
      noted =
          noted.withNote(
              entry.model()
                  + ": the judge's win rate cannot be told from that of the null judge "
                  + judge);
    }
    return noted;
  }
}
