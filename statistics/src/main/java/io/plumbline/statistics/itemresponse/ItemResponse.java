package io.plumbline.statistics.itemresponse;

import io.plumbline.statistics.regression.Logistic;
import java.util.Arrays;

/**
 * Item response models by marginal maximum likelihood: P(correct) = σ(a_i (θ − b_i)) with ability θ
 * standard normal. The one-parameter model has one discrimination a for all items.
 *
 * <p>Source: Bock and Aitkin (1981), Marginal maximum likelihood estimation of item parameters: an
 * EM algorithm; used for item difficulty in Easy2Hard-Bench (METHODS 133).
 *
 * @param ownDiscriminations whether every item has a discrimination of its own (2PL)
 */
public record ItemResponse(boolean ownDiscriminations) {
  private static final int NODES = 61;
  private static final double REACH = 6;
  private static final int MAXIMUM_ITERATIONS = 5_000;

  /**
   * @param difficulties b, on the scale of ability; infinite where nobody or everybody is correct
   * @param discriminations a
   * @param abilities posterior mean of θ per person
   */
  public record Fit(double[] difficulties, double[] discriminations, double[] abilities) {}

  /**
   * @param correct person by item: 1 correct, 0 wrong, −1 not asked
   * @throws IllegalArgumentException if an item is right or wrong for everybody
   */
  public Fit fit(int[][] correct) {
    int items = correct[0].length;
    requireVariation(correct, items);
    double[] slopes = new double[items];
    double[] intercepts = new double[items];
    Arrays.fill(slopes, 1);
    double[] nodes = new double[NODES];
    double[] prior = new double[NODES];
    double priorSum = 0;
    for (int node = 0; node < NODES; node++) {
      nodes[node] = -REACH + 2 * REACH * node / (NODES - 1);
      prior[node] = Math.exp(-nodes[node] * nodes[node] / 2);
      priorSum += prior[node];
    }
    for (int node = 0; node < NODES; node++) {
      prior[node] /= priorSum;
    }
    double[][] posterior = null;
    for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
      posterior = posterior(correct, slopes, intercepts, nodes, prior);
      double change = maximise(correct, posterior, slopes, intercepts, nodes);
      if (change < 1e-8) {
        break;
      }
    }
    double[] difficulties = new double[items];
    for (int item = 0; item < items; item++) {
      difficulties[item] = -intercepts[item] / slopes[item];
    }
    double[] abilities = new double[correct.length];
    for (int person = 0; person < abilities.length; person++) {
      for (int node = 0; node < NODES; node++) {
        abilities[person] += posterior[person][node] * nodes[node];
      }
    }
    return new Fit(difficulties, slopes, abilities);
  }

  private static double[][] posterior(
      int[][] correct, double[] slopes, double[] intercepts, double[] nodes, double[] prior) {
    int items = slopes.length;
    double[][] logRight = new double[items][NODES];
    double[][] logWrong = new double[items][NODES];
    for (int item = 0; item < items; item++) {
      for (int node = 0; node < NODES; node++) {
        double score = slopes[item] * nodes[node] + intercepts[item];
        logRight[item][node] = -Logistic.softplus(-score);
        logWrong[item][node] = -Logistic.softplus(score);
      }
    }
    double[][] posterior = new double[correct.length][NODES];
    for (int person = 0; person < correct.length; person++) {
      double[] row = posterior[person];
      for (int item = 0; item < items; item++) {
        int answer = correct[person][item];
        if (answer >= 0) {
          double[] logs = answer == 1 ? logRight[item] : logWrong[item];
          for (int node = 0; node < NODES; node++) {
            row[node] += logs[node];
          }
        }
      }
      double largest = Arrays.stream(row).max().orElse(0);
      double sum = 0;
      for (int node = 0; node < NODES; node++) {
        row[node] = Math.exp(row[node] - largest) * prior[node];
        sum += row[node];
      }
      for (int node = 0; node < NODES; node++) {
        row[node] /= sum;
      }
    }
    return posterior;
  }

  /** One Newton step per item (and, with one discrimination, for it); the largest change. */
  private double maximise(
      int[][] correct, double[][] posterior, double[] slopes, double[] intercepts, double[] nodes) {
    int items = slopes.length;
    double change = 0;
    double sharedGradient = 0;
    double sharedBend = 0;
    for (int item = 0; item < items; item++) {
      double[] asked = new double[NODES];
      double[] right = new double[NODES];
      for (int person = 0; person < correct.length; person++) {
        int answer = correct[person][item];
        if (answer >= 0) {
          for (int node = 0; node < NODES; node++) {
            asked[node] += posterior[person][node];
            right[node] += answer * posterior[person][node];
          }
        }
      }
      double g0 = 0;
      double g1 = 0;
      double h00 = 0;
      double h01 = 0;
      double h11 = 0;
      for (int node = 0; node < NODES; node++) {
        double probability = Logistic.probability(slopes[item] * nodes[node] + intercepts[item]);
        double residual = right[node] - asked[node] * probability;
        double bend = asked[node] * probability * (1 - probability);
        g0 += residual;
        g1 += residual * nodes[node];
        h00 += bend;
        h01 += bend * nodes[node];
        h11 += bend * nodes[node] * nodes[node];
      }
      double interceptStep;
      if (ownDiscriminations) {
        double determinant = h00 * h11 - h01 * h01;
        interceptStep = bounded((h11 * g0 - h01 * g1) / determinant);
        double slopeStep = bounded((h00 * g1 - h01 * g0) / determinant);
        slopes[item] += slopeStep;
        change = Math.max(change, Math.abs(slopeStep));
      } else {
        interceptStep = bounded(g0 / h00);
        sharedGradient += g1;
        sharedBend += h11;
      }
      intercepts[item] += interceptStep;
      change = Math.max(change, Math.abs(interceptStep));
    }
    if (!ownDiscriminations) {
      double step = bounded(sharedGradient / sharedBend);
      for (int item = 0; item < items; item++) {
        slopes[item] += step;
      }
      change = Math.max(change, Math.abs(step));
    }
    return change;
  }

  private static double bounded(double step) {
    return Math.max(-1, Math.min(1, step));
  }

  private static void requireVariation(int[][] correct, int items) {
    for (int item = 0; item < items; item++) {
      boolean right = false;
      boolean wrong = false;
      for (int[] person : correct) {
        right |= person[item] == 1;
        wrong |= person[item] == 0;
      }
      if (!right || !wrong) {
        throw new IllegalArgumentException(
            "item %d is %s for everybody, so that its difficulty is not finite: leave it out"
                .formatted(item, right ? "right" : "wrong"));
      }
    }
  }
}
