package io.plumbline.statistics.regression;

/**
 * The penalised log-likelihood of a logistic regression at one point, with its gradient and
 * information matrix.
 *
 * @param information lower triangle filled
 * @param largestScore largest absolute log-odds of a row that weighs anything
 */
record LogisticObjective(
    double value,
    double logLikelihood,
    double[] gradient,
    double[][] information,
    double largestScore) {

  static LogisticObjective of(LogisticDesign design, double[] coefficients, double ridge) {
    int columns = design.columns();
    double[] gradient = new double[columns];
    double[][] information = new double[columns][columns];
    double logLikelihood = 0;
    double largestScore = 0;
    for (int row = 0; row < design.rows(); row++) {
      double weight = design.weights()[row];
      if (weight == 0) {
        continue;
      }
      double[] features = design.features()[row];
      double score = LogisticFit.score(coefficients, features);
      double outcome = design.outcomes()[row];
      double probability = Logistic.probability(score);
      logLikelihood += weight * (outcome * score - Logistic.softplus(score));
      largestScore = Math.max(largestScore, Math.abs(score));
      double residual = weight * (outcome - probability);
      double curvature = weight * probability * (1 - probability);
      for (int i = 0; i < columns; i++) {
        if (features[i] == 0) {
          continue;
        }
        gradient[i] += residual * features[i];
        double scaled = curvature * features[i];
        double[] target = information[i];
        for (int j = 0; j <= i; j++) {
          target[j] += scaled * features[j];
        }
      }
    }
    double penalty = 0;
    for (int i = 0; i < columns; i++) {
      penalty += 0.5 * ridge * coefficients[i] * coefficients[i];
      gradient[i] -= ridge * coefficients[i];
      information[i][i] += ridge;
    }
    return new LogisticObjective(
        logLikelihood - penalty, logLikelihood, gradient, information, largestScore);
  }
}
