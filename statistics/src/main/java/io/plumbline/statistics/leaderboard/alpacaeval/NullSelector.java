package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Picks one model's output per instruction without knowing quality, with its existing judgment. */
public enum NullSelector {
  /** The longest output of the pool. */
  LONGEST {
    @Override
    Annotation pick(List<Annotation> pool, RandomStream random) {
      Annotation longest = pool.get(0);
      for (Annotation annotation : pool) {
        longest = annotation.secondLength() > longest.secondLength() ? annotation : longest;
      }
      return longest;
    }
  },
  /** A random output of the pool. */
  RANDOM {
    @Override
    Annotation pick(List<Annotation> pool, RandomStream random) {
      return pool.get(random.nextInt(pool.size()));
    }
  };

  abstract Annotation pick(List<Annotation> pool, RandomStream random);

  /**
   * The selector's judgments, as if it were a model.
   *
   * @throws IllegalArgumentException unless at least two models share all their instructions
   */
  ModelJudgments select(List<ModelJudgments> models, long seed) {
    List<ModelJudgments> pool =
        models.stream().filter(model -> !model.isBaseline() && !model.judged().isEmpty()).toList();
    Map<String, List<Annotation>> byInstruction = new LinkedHashMap<>();
    for (ModelJudgments model : pool) {
      for (Annotation annotation : model.judged()) {
        byInstruction
            .computeIfAbsent(annotation.instruction(), key -> new ArrayList<>())
            .add(annotation);
      }
    }
    boolean shared =
        pool.size() >= 2
            && byInstruction.values().stream().allMatch(rows -> rows.size() == pool.size());
    if (!shared) {
      throw new IllegalArgumentException(
          "a null selector needs at least two models that were judged once on the same"
              + " instructions against the same baseline");
    }
    RandomStream random = RandomStream.of(seed, ordinal());
    String name = "null selector: " + name().toLowerCase(Locale.ROOT);
    List<Annotation> picked = new ArrayList<>();
    List<Boolean> shownFirst = new ArrayList<>();
    for (List<Annotation> rows : byInstruction.values()) {
      Annotation pick = pick(rows, random);
      picked.add(
          new Annotation(
              pick.instruction(),
              pick.firstGenerator(),
              name,
              pick.preference(),
              pick.firstLength(),
              pick.secondLength()));
      shownFirst.add(false);
    }
    return new ModelJudgments(name, pool.get(0).baseline(), picked, shownFirst, 0, 0);
  }
}
