package io.plumbline.cli.measure;

import java.util.List;
import java.util.stream.Stream;

/** All measures, by subject. */
final class Measures {
  private Measures() {}

  static List<Measure> all() {
    return Stream.of(
            PreferenceMeasures.all(),
            GroupMeasures.all(),
            JudgeMeasures.all(),
            ComparisonMeasures.all(),
            StrengthMeasures.all())
        .flatMap(List::stream)
        .toList();
  }
}
