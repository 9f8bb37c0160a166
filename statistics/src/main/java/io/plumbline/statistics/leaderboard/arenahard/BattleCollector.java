package io.plumbline.statistics.leaderboard.arenahard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects battles one by one into packed form. */
public final class BattleCollector implements BattleSink {
  private static final int EXAMPLES = 5;

  private final Map<String, Integer> modelNumbers = new HashMap<>();
  private final List<String> models = new ArrayList<>();
  private final Map<Long, Integer> pairNumbers = new HashMap<>();
  private final List<int[]> pairs = new ArrayList<>();
  private final TextIndex questions = new TextIndex();
  private int[] questionOf = new int[1024];
  private int[] cellOf = new int[1024];
  private int count;
  private int badRows;
  private int unjudged;
  private final List<String> badExamples = new ArrayList<>();

  @Override
  public void battle(String question, String first, String second, Outcome outcome) {
    int pair = pair(model(first), model(second));
    if (count == cellOf.length) {
      int larger = count + (count >> 1);
      cellOf = Arrays.copyOf(cellOf, larger);
      questionOf = Arrays.copyOf(questionOf, larger);
    }
    questionOf[count] = questions.number(question);
    cellOf[count++] = 3 * pair + outcome.ordinal();
  }

  @Override
  public void rejected(String reason) {
    if (badRows++ < EXAMPLES) {
      badExamples.add(reason);
    }
  }

  @Override
  public void unjudged() {
    unjudged++;
  }

  /** The battles so far. */
  public Battles battles() {
    return new Battles(
        List.copyOf(models),
        questions.size(),
        pairs.stream().mapToInt(pair -> pair[0]).toArray(),
        pairs.stream().mapToInt(pair -> pair[1]).toArray(),
        Arrays.copyOf(questionOf, count),
        Arrays.copyOf(cellOf, count),
        badRows,
        List.copyOf(badExamples),
        unjudged);
  }

  private int model(String name) {
    Integer known = modelNumbers.get(name);
    if (known != null) {
      return known;
    }
    modelNumbers.put(name, models.size());
    models.add(name);
    return models.size() - 1;
  }

  private int pair(int first, int second) {
    long key = ((long) first << 32) | second;
    Integer known = pairNumbers.get(key);
    if (known != null) {
      return known;
    }
    pairNumbers.put(key, pairs.size());
    pairs.add(new int[] {first, second});
    return pairs.size() - 1;
  }
}
