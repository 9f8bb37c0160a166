package io.plumbline.cli.measure;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.itemresponse.ItemResponse;
import io.plumbline.statistics.strength.BradleyTerry;
import io.plumbline.statistics.strength.Glicko2;
import io.plumbline.statistics.strength.OnlineElo;
import io.plumbline.statistics.strength.PairwiseResults;
import io.plumbline.statistics.strength.PlackettLuce;
import io.plumbline.statistics.strength.Strengths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How strong competitors are, and how hard items. */
final class StrengthMeasures {
  private StrengthMeasures() {}

  record Results(
      int items,
      int[] first,
      int[] second,
      double[] firstWins,
      double[] secondWins,
      double[] ties,
      boolean firstAdvantage,
      double ridge) {}

  record Rankings(int items, List<int[]> rankings, double pseudoWins) {}

  record EloGames(
      int items,
      int[] first,
      int[] second,
      double[] firstScore,
      double step,
      double initial,
      int orders) {}

  record GlickoPeriod(Glicko2.Rating player, List<Glicko2.Game> games, double systemConstant) {}

  record Answers(int[][] correct, boolean ownDiscriminations) {}

  static List<Measure> all() {
    return List.of(
        Measure.of(
            "bradley-terry",
            0,
            "strengths from paired comparisons, item 0 at zero",
            "{\"items\": 2, \"first\": [0], \"second\": [1], \"first_wins\": [3],"
                + " \"second_wins\": [1], \"ties\": [0], \"first_advantage\": false,"
                + " \"ridge\": 0}",
            Results.class,
            StrengthMeasures::bradleyTerry),
        Measure.of(
            "plackett-luce",
            0,
            "strengths from rankings, best first",
            "{\"items\": 3, \"rankings\": [[0, 1, 2], [1, 0, 2], [2, 0, 1]], \"pseudo_wins\": 0}",
            Rankings.class,
            input ->
                Map.of(
                    "log_strengths",
                    new PlackettLuce(input.pseudoWins()).fit(input.items(), input.rankings()))),
        Measure.of(
            "elo",
            0,
            "online Elo averaged over seeded orders of the games, with a bootstrap interval",
            "{\"items\": 2, \"first\": [0, 0, 1], \"second\": [1, 1, 0],"
                + " \"first_score\": [1, 0.5, 0], \"step\": 32, \"initial\": 1000, \"orders\": 100}",
            EloGames.class,
            input ->
                new OnlineElo(input.step(), input.initial())
                    .intervals(
                        new OnlineElo.Games(
                            input.items(), input.first(), input.second(), input.firstScore()),
                        input.orders(),
                        Bootstrap.DEFAULT)),
        Measure.of(
            "glicko2",
            133,
            "a Glicko-2 rating after one period of games",
            "{\"player\": {\"rating\": 1500, \"deviation\": 200, \"volatility\": 0.06},"
                + " \"games\": [{\"opponent\": {\"rating\": 1400, \"deviation\": 30,"
                + " \"volatility\": 0.06}, \"score\": 1}], \"system_constant\": 0.5}",
            GlickoPeriod.class,
            input -> new Glicko2(input.systemConstant()).update(input.player(), input.games())),
        Measure.of(
            "item-difficulty",
            133,
            "difficulty of items and ability of solvers; person by item, -1 for not asked",
            "{\"correct\": [[1, 0], [0, 1], [1, 1], [0, 0]], \"own_discriminations\": false}",
            Answers.class,
            input -> new ItemResponse(input.ownDiscriminations()).fit(input.correct())));
  }

  private static Map<String, Object> bradleyTerry(Results input) {
    Strengths strengths =
        new BradleyTerry(0, input.ridge(), input.firstAdvantage())
            .fit(
                new PairwiseResults(
                    input.items(),
                    input.first(),
                    input.second(),
                    input.firstWins(),
                    input.secondWins(),
                    input.ties()));
    double[] errors = new double[input.items()];
    for (int item = 0; item < errors.length; item++) {
      errors[item] = strengths.standardError(item);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("log_strengths", strengths.logStrengths());
    document.put("standard_errors", errors);
    document.put("shares", strengths.shares());
    document.put("first_advantage", strengths.firstAdvantage());
    document.put("log_likelihood", strengths.logLikelihood());
    return document;
  }
}
