package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.report.WinMatrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who beats whom among models that were all compared with one baseline: against the baseline as
 * judged; between two models by pairing their scores on the same instruction, which is implied.
 */
public final class PairedWinMatrix {
  private PairedWinMatrix() {}

  /**
   * @param baseline null for the generator that most rows share
   */
  public static WinMatrix of(Collection<? extends List<Annotation>> files, String baseline) {
    String opponent = baseline == null ? ModelJudgments.commonBaseline(files) : baseline;
    List<String> labels = new ArrayList<>();
    List<Map<String, Double>> scores = new ArrayList<>();
    for (ModelJudgments model : ModelJudgments.of(files, opponent)) {
      if (!model.isBaseline() && !model.judged().isEmpty()) {
        labels.add(model.model());
        scores.add(meanScores(model));
      }
    }
    labels.add(opponent);
    int size = labels.size();
    double[][] rates = new double[size][size];
    boolean[][] observed = new boolean[size][size];
    for (int i = 0; i < size - 1; i++) {
      for (int j = 0; j < size - 1; j++) {
        rates[i][j] = paired(scores.get(i), scores.get(j));
      }
      rates[i][size - 1] =
          scores.get(i).values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      rates[size - 1][i] = 1 - rates[i][size - 1];
      observed[i][size - 1] = true;
      observed[size - 1][i] = true;
    }
    return new WinMatrix(labels, rates, observed);
  }

  private static Map<String, Double> meanScores(ModelJudgments model) {
    Map<String, double[]> sums = new HashMap<>();
    for (Annotation annotation : model.judged()) {
      double[] sum = sums.computeIfAbsent(annotation.instruction(), key -> new double[2]);
      sum[0] += annotation.score();
      sum[1]++;
    }
    Map<String, Double> means = new HashMap<>();
    sums.forEach((instruction, sum) -> means.put(instruction, sum[0] / sum[1]));
    return means;
  }

  private static double paired(Map<String, Double> first, Map<String, Double> second) {
    double points = 0;
    int shared = 0;
    for (Map.Entry<String, Double> score : first.entrySet()) {
      Double other = second.get(score.getKey());
      if (other != null) {
        shared++;
        points += 0.5 + 0.5 * Math.signum(score.getValue() - other);
      }
    }
    return shared == 0 ? Double.NaN : points / shared;
  }
}
