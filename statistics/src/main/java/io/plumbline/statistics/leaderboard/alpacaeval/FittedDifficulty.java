package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.regression.Logistic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Difficulties of a user's own instructions, fitted to the judgments of all models together: the
 * log-odds of a win are a strength and a length effect per model plus a difficulty per instruction,
 * which has a standard normal prior.
 *
 * <p>Source: the joint model of Dubois et al. (2024), METHODS 90, without its interaction; here a
 * model's own judgments never enter the difficulty that its own fit uses.
 */
final class FittedDifficulty {
  private static final int SWEEPS = 25;

  private final Map<String, Integer> promptOf = new HashMap<>();
  private final List<double[]> lengths = new ArrayList<>();
  private final List<double[]> scores = new ArrayList<>();
  private final List<int[]> prompts = new ArrayList<>();
  private final double[][] effects;
  private final double[] difficulty;

  /**
   * @param rowsOfModels rows with both outputs, per model
   */
  FittedDifficulty(List<List<Annotation>> rowsOfModels) {
    for (List<Annotation> rows : rowsOfModels) {
      double[] standard = Scores.standardLengthDifferences(rows);
      double[] length = new double[rows.size()];
      int[] prompt = new int[rows.size()];
      for (int row = 0; row < length.length; row++) {
        length[row] = Math.tanh(standard[row]);
        int next = promptOf.size();
        Integer known = promptOf.putIfAbsent(rows.get(row).instruction(), next);
        prompt[row] = known == null ? next : known;
      }
      lengths.add(length);
      prompts.add(prompt);
      scores.add(Scores.of(rows).values());
    }
    effects = new double[rowsOfModels.size()][2];
    difficulty = new double[promptOf.size()];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int model = 0; model < effects.length; model++) {
        updateModel(model);
      }
      updatePrompts(-1, difficulty);
    }
  }

  /** The difficulty of each row's instruction, as the other models show it. */
  double[] without(int model) {
    double[] others = difficulty.clone();
    for (int step = 0; step < 5; step++) {
      updatePrompts(model, others);
    }
    double[] ofRows = new double[prompts.get(model).length];
    for (int row = 0; row < ofRows.length; row++) {
      ofRows[row] = others[prompts.get(model)[row]];
    }
    return ofRows;
  }

  private void updateModel(int model) {
    double strengthGradient = -effects[model][0] * 1e-3;
    double lengthGradient = -effects[model][1] * 1e-3;
    double strengthBend = 1e-3;
    double crossBend = 0;
    double lengthBend = 1e-3;
    int[] prompt = prompts.get(model);
    double[] length = lengths.get(model);
    double[] score = scores.get(model);
    for (int row = 0; row < prompt.length; row++) {
      double probability = probability(model, row, difficulty[prompt[row]]);
      double bend = probability * (1 - probability);
      strengthGradient += score[row] - probability;
      lengthGradient += (score[row] - probability) * length[row];
      strengthBend += bend;
      crossBend += bend * length[row];
      lengthBend += bend * length[row] * length[row];
    }
    double determinant = strengthBend * lengthBend - crossBend * crossBend;
    effects[model][0] +=
        bounded((lengthBend * strengthGradient - crossBend * lengthGradient) / determinant);
    effects[model][1] +=
        bounded((strengthBend * lengthGradient - crossBend * strengthGradient) / determinant);
  }

  private void updatePrompts(int excludedModel, double[] target) {
    double[] gradient = new double[target.length];
    double[] bend = new double[target.length];
    for (int prompt = 0; prompt < target.length; prompt++) {
      gradient[prompt] = -target[prompt];
      bend[prompt] = 1;
    }
    for (int model = 0; model < effects.length; model++) {
      if (model == excludedModel) {
        continue;
      }
      int[] prompt = prompts.get(model);
      for (int row = 0; row < prompt.length; row++) {
        double probability = probability(model, row, target[prompt[row]]);
        gradient[prompt[row]] += scores.get(model)[row] - probability;
        bend[prompt[row]] += probability * (1 - probability);
      }
    }
    for (int prompt = 0; prompt < target.length; prompt++) {
      target[prompt] += bounded(gradient[prompt] / bend[prompt]);
    }
  }

  private double probability(int model, int row, double promptDifficulty) {
    return Logistic.probability(
        effects[model][0] + effects[model][1] * lengths.get(model)[row] + promptDifficulty);
  }

  // A full Newton step may overshoot far from the optimum; two log-odds are far enough at once.
  private static double bounded(double step) {
    return Math.max(-2, Math.min(2, step));
  }
}
