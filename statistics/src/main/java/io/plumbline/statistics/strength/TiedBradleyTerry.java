package io.plumbline.statistics.strength;

import io.plumbline.statistics.linear.Cholesky;
import java.util.Arrays;

/**
 * Bradley-Terry with ties of their own: P(tie) ∝ ν √(π_i π_j), P(i wins) ∝ π_i, P(j wins) ∝ π_j, by
 * Newton's method.
 *
 * <p>Source: Davidson (1970), On extending the Bradley-Terry model to accommodate ties in paired
 * comparison experiments.
 *
 * @param reference item whose log-strength is zero
 * @param ridge penalty on log-strengths and on log ν; 0 for maximum likelihood
 */
public record TiedBradleyTerry(int reference, double ridge) {

  /**
   * @param logStrengths one per item
   * @param tieParameter ν, positive: two equal items tie with probability ν / (2 + ν)
   */
  public record Fit(double[] logStrengths, double tieParameter, double logLikelihood) {}

  /**
   * @throws ArithmeticException if the estimate is not finite (no ties, or an item wins everything)
   *     and there is no ridge
   */
  public Fit fit(PairwiseResults results) {
    int items = results.items();
    double[] parameters = new double[items + 1];
    for (int step = 0; step < 200; step++) {
      double[] gradient = new double[items + 1];
      double[][] information = new double[items + 1][items + 1];
      double logLikelihood = expand(results, parameters, gradient, information);
      double[] move = Cholesky.of(information).solve(gradient);
      double largest = 0;
      for (double value : move) {
        largest = Math.max(largest, Math.abs(value));
      }
      double scale = largest > 1 ? 1 / largest : 1;
      for (int i = 0; i <= items; i++) {
        parameters[i] += scale * move[i];
      }
      if (largest < 1e-10) {
        return new Fit(
            Arrays.copyOf(parameters, items), Math.exp(parameters[items]), logLikelihood);
      }
    }
    throw new ArithmeticException("the estimate is not finite: set a ridge");
  }

  private double expand(
      PairwiseResults results, double[] parameters, double[] gradient, double[][] information) {
    int tie = results.items();
    double logLikelihood = 0;
    for (int i = 0; i <= tie; i++) {
      gradient[i] = -ridge * parameters[i];
      information[i][i] = ridge;
    }
    double[][] features = {{1, 0, 0}, {0, 1, 0}, {0.5, 0.5, 1}};
    for (int cell = 0; cell < results.cells(); cell++) {
      int[] columns = {results.first()[cell], results.second()[cell], tie};
      double[] observed = {
        results.firstWins()[cell], results.secondWins()[cell], results.ties()[cell]
      };
      double total = observed[0] + observed[1] + observed[2];
      double[] scores = new double[3];
      double largest = Double.NEGATIVE_INFINITY;
      for (int outcome = 0; outcome < 3; outcome++) {
        for (int k = 0; k < 3; k++) {
          scores[outcome] += features[outcome][k] * parameters[columns[k]];
        }
        largest = Math.max(largest, scores[outcome]);
      }
      double sum = 0;
      for (double score : scores) {
        sum += Math.exp(score - largest);
      }
      double[] mean = new double[3];
      double[] probabilities = new double[3];
      for (int outcome = 0; outcome < 3; outcome++) {
        probabilities[outcome] = Math.exp(scores[outcome] - largest) / sum;
        logLikelihood += observed[outcome] * (scores[outcome] - largest - Math.log(sum));
        for (int k = 0; k < 3; k++) {
          mean[k] += probabilities[outcome] * features[outcome][k];
        }
      }
      for (int outcome = 0; outcome < 3; outcome++) {
        for (int k = 0; k < 3; k++) {
          gradient[columns[k]] +=
              (observed[outcome] - total * probabilities[outcome]) * features[outcome][k];
          for (int l = 0; l < 3; l++) {
            information[columns[k]][columns[l]] +=
                total
                    * probabilities[outcome]
                    * (features[outcome][k] - mean[k])
                    * (features[outcome][l] - mean[l]);
          }
        }
      }
    }
    for (int i = 0; i <= tie; i++) {
      information[reference][i] = i == reference ? 1 : 0;
      information[i][reference] = information[reference][i];
    }
    gradient[reference] = 0;
    return logLikelihood;
  }
}
