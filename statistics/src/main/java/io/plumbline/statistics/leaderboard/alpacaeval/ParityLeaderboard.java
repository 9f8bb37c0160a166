package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * AlpacaEval 2 as its authors compute it, their quirks included: difficulty is looked up by row
 * position, the gamed baselines join every fit, folds follow an unstable sort, and the standard
 * error of the length-controlled win rate is only the spread of its predictions.
 *
 * <p>Source: alpaca_eval, {@code metrics/glm_winrate.py} (length_controlled_v1) and {@code
 * metrics/helpers.py}; Dubois et al. (2024), METHODS 90.
 *
 * @param gamed null where the file is absent; then no length-controlled win rate is given
 */
public record ParityLeaderboard(GamedBaselines gamed) {
  /**
   * @param annotations one model's file, in its order
   * @throws IllegalArgumentException where the authors' code gives no meaningful number
   */
  public AlpacaEvalEntry entry(List<Annotation> annotations) {
    Annotation first = annotations.get(0);
    requireOneModel(annotations, first);
    List<Annotation> judged = annotations.stream().filter(Annotation::hasPreference).toList();
    if (judged.isEmpty()) {
      throw new IllegalArgumentException(
          first.secondGenerator() + ": no row has a preference, so that there is no win rate");
    }
    Scores scores = Scores.of(judged);
    List<String> notes = new ArrayList<>();
    int missing = annotations.size() - judged.size();
    if (missing > 0) {
      notes.add(missing + " rows without a preference in [1, 2] are left out, as the peer does");
    }
    double[] lengthControlled = lengthControlled(annotations, first, notes);
    return new AlpacaEvalEntry(
        first.secondGenerator(),
        100 * scores.mean(),
        100 * scores.standardError(),
        100 * scores.discreteMean(),
        100 * Arrays.stream(lengthControlled).average().orElse(Double.NaN),
        100 * new Scores(lengthControlled).standardError(),
        null,
        null,
        judged.size(),
        missing,
        0,
        Scores.averageSecondLength(annotations),
        nullJudges(judged),
        notes);
  }

  private double[] lengthControlled(
      List<Annotation> annotations, Annotation first, List<String> notes) {
    if (first.firstGenerator().equals(first.secondGenerator())) {
      double[] even = new double[annotations.size()];
      Arrays.fill(even, 0.5);
      return even;
    }
    if (gamed == null) {
      notes.add(
          "no length-controlled win rate: the peer needs df_gamed.csv beside the annotations or in"
              + " --gamed-baselines; --mode corrected does without");
      return new double[0];
    }
    double[] table = gamed.difficulties().byPosition();
    if (annotations.size() > table.length) {
      notes.add(
          "no length-controlled win rate: the file has %d rows, the peer's difficulty table %d; use --mode corrected"
              .formatted(annotations.size(), table.length));
      return new double[0];
    }
    if (annotations.size() < table.length) {
      notes.add(
          "%d rows are missing: the peer looks difficulty up by row position, so that later rows get another instruction's"
              .formatted(table.length - annotations.size()));
    }
    if (!annotations.stream().allMatch(Annotation::hasOutputs)) {
      notes.add("no length-controlled win rate: rows lack an output; use --mode corrected");
      return new double[0];
    }
    if (annotations.stream()
        .anyMatch(row -> !row.hasPreference() && !Double.isNaN(row.preference()))) {
      notes.add(
          "no length-controlled win rate: a preference is outside [1, 2]; use --mode corrected");
      return new double[0];
    }
    double[] lengths = Scores.standardLengthDifferences(annotations);
    if (annotations.size() < 2 || Arrays.stream(lengths).allMatch(length -> length == 0)) {
      notes.add(
          "no length-controlled win rate: the length differences do not vary, and the peer divides"
              + " by their standard deviation; use --mode corrected");
      return new double[0];
    }
    return prepared(annotations, lengths, Arrays.copyOf(table, annotations.size()))
        .winProbabilities();
  }

  /**
   * The design of a model's length-controlled fit, as the authors build it.
   *
   * @param annotations one model's file, without missing outputs, at most as long as the table of
   *     difficulties
   */
  public ParityFit prepared(List<Annotation> annotations) {
    return prepared(
        annotations,
        Scores.standardLengthDifferences(annotations),
        Arrays.copyOf(gamed.difficulties().byPosition(), annotations.size()));
  }

  private ParityFit prepared(List<Annotation> annotations, double[] lengths, double[] difficulty) {
    int[] kept =
        IntStream.range(0, annotations.size())
            .filter(row -> annotations.get(row).hasPreference())
            .toArray();
    LengthControlData data =
        new LengthControlData(
            Arrays.stream(kept).mapToDouble(row -> lengths[row]).toArray(),
            Arrays.stream(kept).mapToDouble(row -> difficulty[row]).toArray(),
            Arrays.stream(kept).mapToDouble(row -> annotations.get(row).score()).toArray(),
            gamed);
    return new ParityFit(data, difficulty);
  }

  static Map<NullJudge, Double> nullJudges(List<Annotation> annotations) {
    Map<NullJudge, Double> rates = new EnumMap<>(NullJudge.class);
    for (NullJudge judge : NullJudge.values()) {
      RandomStream random = new RandomStream(judge.ordinal());
      rates.put(
          judge,
          100
              * annotations.stream()
                  .filter(Annotation::hasOutputs)
                  .mapToDouble(annotation -> judge.score(annotation, random))
                  .average()
                  .orElse(Double.NaN));
    }
    return rates;
  }

  private static void requireOneModel(List<Annotation> annotations, Annotation first) {
    for (int row = 0; row < annotations.size(); row++) {
      Annotation annotation = annotations.get(row);
      if (!annotation.firstGenerator().equals(first.firstGenerator())
          || !annotation.secondGenerator().equals(first.secondGenerator())) {
        throw new IllegalArgumentException(
            "row %d compares %s with %s, but the file began with %s and %s: the peer takes one model and one baseline per file; use --mode corrected"
                .formatted(
                    row + 1,
                    annotation.firstGenerator(),
                    annotation.secondGenerator(),
                    first.firstGenerator(),
                    first.secondGenerator()));
      }
    }
  }
}
