package io.plumbline.statistics.leaderboard.alpacaeval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All judgments of one model against the baseline, each turned so that the model stands second.
 *
 * @param judged rows with a preference, the model second
 * @param shownFirst whether the model was in fact shown first, per judged row
 * @param excluded rows without a usable preference, or against somebody else
 * @param duplicates rows that repeat another exactly, dropped
 */
record ModelJudgments(
    String model,
    String baseline,
    List<Annotation> judged,
    List<Boolean> shownFirst,
    int excluded,
    int duplicates) {

  /** The generator that most rows share; the first row's first generator where several do. */
  static String commonBaseline(Collection<? extends List<Annotation>> files) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (List<Annotation> file : files) {
      for (Annotation annotation : file) {
        counts.merge(annotation.firstGenerator(), 1, Integer::sum);
        if (!annotation.secondGenerator().equals(annotation.firstGenerator())) {
          counts.merge(annotation.secondGenerator(), 1, Integer::sum);
        }
      }
    }
    return Collections.max(
            counts.entrySet(), (one, other) -> Integer.compare(one.getValue(), other.getValue()))
        .getKey();
  }

  static List<ModelJudgments> of(Collection<? extends List<Annotation>> files, String baseline) {
    Map<String, List<Annotation>> byModel = new LinkedHashMap<>();
    Map<String, Integer> strangers = new HashMap<>();
    for (List<Annotation> file : files) {
      for (Annotation annotation : file) {
        boolean baselineFirst = annotation.firstGenerator().equals(baseline);
        String model = baselineFirst ? annotation.secondGenerator() : annotation.firstGenerator();
        if (baselineFirst || annotation.secondGenerator().equals(baseline)) {
          byModel.computeIfAbsent(model, key -> new ArrayList<>()).add(annotation);
        } else {
          byModel.computeIfAbsent(annotation.secondGenerator(), key -> new ArrayList<>());
          strangers.merge(annotation.secondGenerator(), 1, Integer::sum);
        }
      }
    }
    List<ModelJudgments> models = new ArrayList<>();
    byModel.forEach(
        (model, rows) -> models.add(of(model, baseline, rows, strangers.getOrDefault(model, 0))));
    return models;
  }

  private static ModelJudgments of(
      String model, String baseline, List<Annotation> rows, int strangers) {
    List<Annotation> judged = new ArrayList<>();
    List<Boolean> shownFirst = new ArrayList<>();
    Set<Annotation> seen = new HashSet<>();
    int excluded = strangers;
    int duplicates = 0;
    for (Annotation row : rows) {
      if (!row.hasPreference()) {
        excluded++;
      } else if (!seen.add(row)) {
        duplicates++;
      } else {
        boolean turned = !row.firstGenerator().equals(baseline);
        judged.add(turned ? row.swapped() : row);
        shownFirst.add(turned);
      }
    }
    return new ModelJudgments(model, baseline, judged, shownFirst, excluded, duplicates);
  }

  List<String> instructions() {
    return judged.stream().map(Annotation::instruction).toList();
  }

  boolean isBaseline() {
    return model.equals(baseline);
  }
}
