package io.plumbline.judgment.survey;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.material.MaterialRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Descriptions of people by attributes, all combinations of their values. The first value of an
 * attribute is the baseline; each other value has a score of its own, or shares one of several
 * values.
 *
 * @param values by attribute, in their order
 */
record Demographics(Map<String, List<Value>> values) {
  private static final int MOST_PEOPLE = 200;

  /**
   * One value of an attribute.
   *
   * @param score what it is scored as; empty for the baseline
   */
  record Value(String text, String score) {}

  static boolean isOne(MaterialRow row) {
    return row.has("attribute");
  }

  /**
   * Those of a material, or ours where it names none.
   *
   * @throws MaterialException naming the row and field that cannot be used
   */
  static Demographics of(Material material) {
    Map<String, List<Value>> values = new LinkedHashMap<>();
    for (MaterialRow row : material.rows()) {
      if (isOne(row)) {
        List<Value> known =
            values.computeIfAbsent(row.text("attribute"), attribute -> new ArrayList<>());
        String text = row.text("value");
        known.add(new Value(text, known.isEmpty() ? "" : row.textOr("score", text)));
      }
    }
    if (values.isEmpty()) {
      return of(Material.builtIn("discrimination"));
    }
    Demographics demographics = new Demographics(values);
    demographics.check(material.rows().get(0).source());
    return demographics;
  }

  private void check(String source) {
    int people = 1;
    for (Map.Entry<String, List<Value>> attribute : values.entrySet()) {
      people *= attribute.getValue().size();
      if (attribute.getValue().size() < 2) {
        throw new MaterialException(
            "%s: attribute \"%s\" has one value, add a row with another"
                .formatted(source, attribute.getKey()));
      }
      if (people > MOST_PEOPLE) {
        throw new MaterialException(
            "%s: the attributes describe more than %d people, leave out values"
                .formatted(source, MOST_PEOPLE));
      }
    }
  }

  /** Every person as values by attribute, the baseline first. */
  List<Map<String, Value>> people() {
    List<Map<String, Value>> people = List.of(Map.of());
    for (Map.Entry<String, List<Value>> attribute : values.entrySet()) {
      List<Map<String, Value>> more = new ArrayList<>();
      for (Map<String, Value> person : people) {
        for (Value value : attribute.getValue()) {
          Map<String, Value> described = new LinkedHashMap<>(person);
          described.put(attribute.getKey(), value);
          more.add(described);
        }
      }
      people = more;
    }
    return people;
  }

  /** What is scored: the features of the model but its intercept. */
  List<String> scores() {
    return values.values().stream()
        .flatMap(List::stream)
        .map(Value::score)
        .filter(score -> !score.isEmpty())
        .distinct()
        .toList();
  }

  /** The model's rows, one per person: intercept, then 1 for each score that a value has. */
  double[][] design() {
    List<String> scores = scores();
    return people().stream()
        .map(
            person -> {
              double[] row = new double[scores.size() + 1];
              row[0] = 1;
              person.values().stream()
                  .map(value -> scores.indexOf(value.score()))
                  .filter(index -> index >= 0)
                  .forEach(index -> row[index + 1] = 1);
              return row;
            })
        .toArray(double[][]::new);
  }
}
