package io.plumbline.judgment.survey;

import java.util.ArrayList;
import java.util.List;

/**
 * One description of a person, and its row of the model: intercept, then what differs from the
 * baseline.
 */
record Demographic(String age, String gender, String race) {
  private static final List<String> AGES = List.of("60", "20", "40", "80");
  private static final List<String> GENDERS = List.of("male", "female", "non-binary");
  private static final List<String> RACES =
      List.of("white", "Black", "Asian", "Hispanic", "Native American");

  /** All combinations, the baseline (60, male, white) first. */
  static List<Demographic> all() {
    List<Demographic> all = new ArrayList<>();
    for (String age : AGES) {
      for (String gender : GENDERS) {
        for (String race : RACES) {
          all.add(new Demographic(age, gender, race));
        }
      }
    }
    return all;
  }

  /** The features' names but the intercept's. */
  static List<String> features() {
    List<String> names = new ArrayList<>();
    AGES.stream().skip(1).forEach(age -> names.add("age " + age));
    names.addAll(GENDERS.subList(1, GENDERS.size()));
    names.addAll(RACES.subList(1, RACES.size()));
    return names;
  }

  double[] row() {
    List<String> features = features();
    double[] row = new double[features.size() + 1];
    row[0] = 1;
    for (int i = 0; i < features.size(); i++) {
      String feature = features.get(i);
      boolean has = feature.equals("age " + age) || feature.equals(gender) || feature.equals(race);
      row[i + 1] = has ? 1 : 0;
    }
    return row;
  }
}
