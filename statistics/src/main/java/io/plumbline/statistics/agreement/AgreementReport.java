package io.plumbline.statistics.agreement;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.ResampledStatistic;
import java.util.function.DoubleSupplier;

/**
 * Every coefficient of agreement for one set of ratings, with intervals that resample items.
 *
 * @param krippendorffAlpha at the stated level
 * @param linearKappa Cohen's κ with linear weights
 * @param quadraticKappa Cohen's κ with quadratic weights
 */
public record AgreementReport(
    Level level,
    Coefficient krippendorffAlpha,
    Coefficient fleissKappa,
    Coefficient cohenKappa,
    Coefficient linearKappa,
    Coefficient quadraticKappa,
    Coefficient gwetAc1,
    Coefficient spearman,
    Coefficient kendall,
    int items,
    int raters,
    int ratings) {

  public static AgreementReport of(Ratings ratings, Level level, Bootstrap bootstrap) {
    int[][] counts = ratings.counts();
    return new AgreementReport(
        level,
        coefficient(
            () -> KrippendorffAlpha.of(ratings, level),
            ratings.items(),
            multiplicity -> KrippendorffAlpha.of(counts, ratings.values(), level, multiplicity),
            bootstrap),
        coefficient(
            () -> FleissKappa.of(ratings),
            ratings.items(),
            multiplicity -> FleissKappa.of(counts, multiplicity),
            bootstrap),
        cohen(CohenKappa.UNWEIGHTED, ratings, bootstrap),
        cohen(CohenKappa.LINEAR, ratings, bootstrap),
        cohen(CohenKappa.QUADRATIC, ratings, bootstrap),
        coefficient(
            () -> GwetAc1.of(ratings),
            ratings.items(),
            multiplicity -> GwetAc1.of(counts, multiplicity),
            bootstrap),
        correlation(RankCorrelation.SPEARMAN, ratings, bootstrap),
        correlation(RankCorrelation.KENDALL, ratings, bootstrap),
        ratings.items(),
        ratings.raters().size(),
        ratings.count());
  }

  private static Coefficient cohen(CohenKappa kappa, Ratings ratings, Bootstrap bootstrap) {
    int[][] pairs = ratings.raters().size() == 2 ? ratings.pairs() : new int[2][0];
    return coefficient(
        () -> kappa.of(ratings),
        pairs[0].length,
        multiplicity -> kappa.of(pairs, ratings.labels().size(), multiplicity),
        bootstrap);
  }

  private static Coefficient correlation(
      RankCorrelation correlation, Ratings ratings, Bootstrap bootstrap) {
    if (ratings.raters().size() != 2) {
      return Coefficient.undefined(
          "a rank correlation is for two raters, there are " + ratings.raters().size());
    }
    if (!ratings.isNumeric()) {
      return Coefficient.undefined("a rank correlation needs values that are numbers");
    }
    double[][] pairs = numbers(ratings);
    double value = correlation.of(pairs[0], pairs[1]);
    if (Double.isNaN(value)) {
      return Coefficient.undefined("a rater's values are all equal, or fewer than two are paired");
    }
    return new Coefficient(
        value,
        interval(
            pairs[0].length,
            multiplicity ->
                correlation.of(repeated(pairs[0], multiplicity), repeated(pairs[1], multiplicity)),
            bootstrap),
        null);
  }

  private static Coefficient coefficient(
      DoubleSupplier value, int items, ResampledStatistic statistic, Bootstrap bootstrap) {
    try {
      return new Coefficient(value.getAsDouble(), interval(items, statistic, bootstrap), null);
    } catch (UndefinedAgreementException undefined) {
      return Coefficient.undefined(undefined.getMessage());
    }
  }

  private static Interval interval(int items, ResampledStatistic statistic, Bootstrap bootstrap) {
    try {
      return items < 2 ? null : bootstrap.percentile(items, statistic);
    } catch (ArithmeticException tooFew) {
      return null;
    }
  }

  private static double[][] numbers(Ratings ratings) {
    int[][] labels = ratings.pairs();
    double[][] numbers = new double[2][labels[0].length];
    for (int rater = 0; rater < 2; rater++) {
      for (int item = 0; item < labels[rater].length; item++) {
        numbers[rater][item] = ratings.values()[labels[rater][item]];
      }
    }
    return numbers;
  }

  private static double[] repeated(double[] values, int[] multiplicity) {
    double[] repeated = new double[values.length];
    int next = 0;
    for (int item = 0; item < values.length; item++) {
      for (int time = 0; time < multiplicity[item]; time++) {
        repeated[next++] = values[item];
      }
    }
    return repeated;
  }
}
