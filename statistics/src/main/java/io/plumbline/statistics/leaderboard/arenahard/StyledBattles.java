package io.plumbline.statistics.leaderboard.arenahard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Battles with the style differences of their answers, gathered into rows that have question and
 * models in common.
 *
 * @param models names
 * @param first first model of each row
 * @param second second model of each row
 * @param questionOf question of each row
 * @param features four style differences per row, in units of their standard deviation over battles
 * @param rowOf row of each battle
 * @param scoreOf first model's score of each battle, in [0, 1]
 * @param questions number of questions
 */
public record StyledBattles(
    List<String> models,
    int[] first,
    int[] second,
    int[] questionOf,
    double[] features,
    int[] rowOf,
    double[] scoreOf,
    int questions) {
  public static final int STYLES = 4;

  /** One battle: the first model's score in [0, 1] and both answers' styles. */
  public record Battle(
      String question,
      String first,
      String second,
      double score,
      AnswerStyle firstStyle,
      AnswerStyle secondStyle) {}

  /**
   * @param centred whether the mean style difference is subtracted, as the peer does; then
   *     strengths are those at the average difference instead of at equal style
   */
  public static StyledBattles of(List<Battle> battles, boolean centred) {
    if (battles.isEmpty()) {
      throw new IllegalArgumentException("there is no battle with the styles of both answers");
    }
    Map<String, Integer> models = new HashMap<>();
    Map<String, Integer> questions = new HashMap<>();
    Map<List<String>, Integer> rows = new HashMap<>();
    List<Battle> representatives = new ArrayList<>();
    int[] rowOf = new int[battles.size()];
    double[] scoreOf = new double[battles.size()];
    for (int i = 0; i < rowOf.length; i++) {
      Battle battle = battles.get(i);
      models.putIfAbsent(battle.first(), models.size());
      models.putIfAbsent(battle.second(), models.size());
      questions.putIfAbsent(battle.question(), questions.size());
      List<String> key = List.of(battle.question(), battle.first(), battle.second());
      Integer known = rows.putIfAbsent(key, representatives.size());
      if (known == null) {
        representatives.add(battle);
      }
      rowOf[i] = rows.get(key);
      scoreOf[i] = battle.score();
    }
    int count = representatives.size();
    int[] first = new int[count];
    int[] second = new int[count];
    int[] questionOf = new int[count];
    double[][] differences = new double[count][];
    for (int row = 0; row < count; row++) {
      Battle battle = representatives.get(row);
      first[row] = models.get(battle.first());
      second[row] = models.get(battle.second());
      questionOf[row] = questions.get(battle.question());
      differences[row] = battle.firstStyle().differenceFrom(battle.secondStyle());
    }
    String[] names = new String[models.size()];
    models.forEach((name, number) -> names[number] = name);
    return new StyledBattles(
        List.of(names),
        first,
        second,
        questionOf,
        standardised(differences, rowOf, centred),
        rowOf,
        scoreOf,
        questions.size());
  }

  /** The same battles with only some styles held constant. */
  public StyledBattles holding(StyleGroup group) {
    double[] held = features.clone();
    for (int at = 0; at < held.length; at++) {
      // A style without differences explains nothing and gets no coefficient.
      held[at] = group.holds(at % STYLES) ? held[at] : 0;
    }
    return new StyledBattles(models, first, second, questionOf, held, rowOf, scoreOf, questions);
  }

  public int count() {
    return rowOf.length;
  }

  public int rows() {
    return first.length;
  }

  private static double[] standardised(double[][] differences, int[] rowOf, boolean centred) {
    double[] features = new double[STYLES * differences.length];
    for (int style = 0; style < STYLES; style++) {
      int column = style;
      double mean =
          Arrays.stream(rowOf).mapToDouble(row -> differences[row][column]).average().orElse(0);
      double squares =
          Arrays.stream(rowOf)
              .mapToDouble(row -> differences[row][column] - mean)
              .map(deviation -> deviation * deviation)
              .sum();
      double deviation = Math.sqrt(squares / Math.max(1, rowOf.length - 1));
      for (int row = 0; row < differences.length; row++) {
        double shifted = differences[row][style] - (centred ? mean : 0);
        // A style that never varies says nothing and gets no coefficient.
        features[STYLES * row + style] = deviation == 0 ? 0 : shifted / deviation;
      }
    }
    return features;
  }
}
