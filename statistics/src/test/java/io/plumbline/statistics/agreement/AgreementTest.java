package io.plumbline.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  /** Krippendorff (2011), section C to E: four observers, twelve units, a dot is missing. */
  private static final Ratings KRIPPENDORFF =
      raters(
          "1 2 3 3 2 1 4 1 2 . . .",
          "1 2 3 3 2 2 4 1 2 5 . 3",
          ". 3 3 3 2 3 4 2 2 5 1 .",
          "1 2 3 3 2 4 4 1 2 5 1 .");

  /** Two raters on twelve items; expected values from scipy 1.17.1 and scikit-learn 1.9.1. */
  private static final Ratings TWO = raters("1 2 3 4 5 3 2 2 4 5 1 1", "2 2 3 5 5 1 2 3 4 4 1 2");

  @Test
  void reproducesKrippendorffsExample() {
    assertThat(KrippendorffAlpha.of(KRIPPENDORFF, Level.NOMINAL)).isCloseTo(0.743, within(5e-4));
    assertThat(KrippendorffAlpha.of(KRIPPENDORFF, Level.ORDINAL)).isCloseTo(0.815, within(5e-4));
    assertThat(KrippendorffAlpha.of(KRIPPENDORFF, Level.INTERVAL)).isCloseTo(0.849, within(5e-4));
  }

  @Test
  void reproducesGwetsCoefficientForTheSameRatings() {
    // irrCAC (Gwet), data set cac.raw4raters: AC1 = 0.77544.
    assertThat(GwetAc1.of(KRIPPENDORFF)).isCloseTo(0.77544, within(5e-6));
  }

  @Test
  void reproducesFleissKappa() {
    // The worked example of Wikipedia's article on Fleiss' kappa: 14 raters, 10 subjects, 0.210.
    int[][] counts = {
      {0, 0, 0, 0, 14},
      {0, 2, 6, 4, 2},
      {0, 0, 3, 5, 6},
      {0, 3, 9, 2, 0},
      {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0},
      {3, 2, 6, 3, 0},
      {2, 5, 3, 2, 2},
      {6, 5, 2, 1, 0},
      {0, 2, 2, 3, 7}
    };
    List<Ratings.Rating> ratings = new ArrayList<>();
    for (int item = 0; item < counts.length; item++) {
      int rater = 0;
      for (int label = 0; label < 5; label++) {
        for (int time = 0; time < counts[item][label]; time++) {
          ratings.add(new Ratings.Rating("i" + item, "r" + rater++, "label" + label));
        }
      }
    }

    assertThat(FleissKappa.of(Ratings.of(ratings))).isCloseTo(0.210, within(5e-4));
  }

  @Test
  void reproducesCohensKappa() {
    // 20 both yes, 5 and 10 disagreements, 15 both no: (0.7 − 0.5) / (1 − 0.5).
    List<Ratings.Rating> ratings = new ArrayList<>();
    addPairs(ratings, 20, "yes", "yes");
    addPairs(ratings, 5, "yes", "no");
    addPairs(ratings, 10, "no", "yes");
    addPairs(ratings, 15, "no", "no");

    assertThat(CohenKappa.UNWEIGHTED.of(Ratings.of(ratings))).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void weighsDisagreementByItsSize() {
    assertThat(CohenKappa.UNWEIGHTED.of(TWO)).isCloseTo(0.368421052631579, within(1e-12));
    assertThat(CohenKappa.LINEAR.of(TWO)).isCloseTo(0.625, within(1e-12));
    assertThat(CohenKappa.QUADRATIC.of(TWO)).isCloseTo(0.8043478260869565, within(1e-12));
  }

  @Test
  void correlatesRanksWithTies() {
    AgreementReport report = AgreementReport.of(TWO, Level.ORDINAL, Bootstrap.DEFAULT);

    assertThat(report.spearman().value()).isCloseTo(0.767836045333487, within(1e-12));
    assertThat(report.kendall().value()).isCloseTo(0.6548929009994295, within(1e-12));
    assertThat(report.spearman().interval().contains(0.767)).isTrue();
  }

  @Test
  void overlapsRankingsByTheirTops() {
    RankBiasedOverlap overlap = new RankBiasedOverlap(0.9);

    assertThat(overlap.of(List.of(1, 2, 3), List.of(1, 2, 3))).isCloseTo(1, within(1e-12));
    assertThat(overlap.of(List.of(1, 2), List.of(3, 4))).isZero();
    // (0.1/0.9)(0 · 0.9 + 1 · 0.81) + 0.81
    assertThat(overlap.of(List.of("a", "b"), List.of("b", "a"))).isCloseTo(0.9, within(1e-12));
    // Equation 32 evaluated in Python for lists of unequal length.
    assertThat(
            overlap.of(
                List.of("a", "b", "c", "d", "e"), List.of("b", "a", "c", "f", "g", "h", "e")))
        .isCloseTo(0.695255142857143, within(1e-12));
  }

  @Test
  void saysWhyACoefficientIsUndefined() {
    AgreementReport report = AgreementReport.of(KRIPPENDORFF, Level.NOMINAL, Bootstrap.DEFAULT);

    assertThat(report.cohenKappa().undefinedBecause())
        .isEqualTo("Cohen's kappa is for two raters, there are 4");
    assertThat(report.fleissKappa().undefinedBecause()).contains("same number of ratings");
    assertThat(report.spearman().undefinedBecause()).contains("two raters, there are 4");
    assertThat(report.items()).isEqualTo(12);
    assertThat(report.raters()).isEqualTo(4);
    assertThat(report.ratings()).isEqualTo(41);
    assertThat(report.krippendorffAlpha().interval().contains(0.743)).isTrue();
  }

  @Test
  void refusesToJudgeRatingsThatAreAllEqual() {
    Ratings equal = raters("1 1 1", "1 1 1");

    assertThatExceptionOfType(UndefinedAgreementException.class)
        .isThrownBy(() -> KrippendorffAlpha.of(equal, Level.NOMINAL));
    assertThatExceptionOfType(UndefinedAgreementException.class)
        .isThrownBy(() -> CohenKappa.UNWEIGHTED.of(equal));
    assertThatExceptionOfType(UndefinedAgreementException.class)
        .isThrownBy(() -> FleissKappa.of(equal));
    assertThatExceptionOfType(UndefinedAgreementException.class)
        .isThrownBy(() -> GwetAc1.of(equal));
  }

  @Test
  void takesEqualNumbersAsOneLabel() {
    Ratings ratings =
        Ratings.of(
            List.of(
                new Ratings.Rating("i", "a", "1"),
                new Ratings.Rating("i", "b", "1.0"),
                new Ratings.Rating("j", "a", "10"),
                new Ratings.Rating("j", "b", "2")));

    assertThat(ratings.values()).containsExactly(1, 2, 10);
  }

  @Test
  void refusesARaterWhoRatesAnItemTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Ratings.of(
                    List.of(new Ratings.Rating("i", "a", "1"), new Ratings.Rating("i", "a", "2"))))
        .withMessageContaining("rater a rates item i twice");
  }

  private static void addPairs(
      List<Ratings.Rating> ratings, int times, String first, String second) {
    for (int time = 0; time < times; time++) {
      String item = "item" + ratings.size();
      ratings.add(new Ratings.Rating(item, "a", first));
      ratings.add(new Ratings.Rating(item, "b", second));
    }
  }

  private static Ratings raters(String... rows) {
    List<Ratings.Rating> ratings = new ArrayList<>();
    for (int rater = 0; rater < rows.length; rater++) {
      String[] values = rows[rater].split(" ");
      for (int item = 0; item < values.length; item++) {
        if (!values[item].equals(".")) {
          ratings.add(new Ratings.Rating("i" + item, "r" + rater, values[item]));
        }
      }
    }
    return Ratings.of(ratings);
  }
}
