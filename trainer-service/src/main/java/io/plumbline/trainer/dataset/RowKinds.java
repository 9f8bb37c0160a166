package io.plumbline.trainer.dataset;

import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetRow.RowCase;
import io.plumbline.trainer.fault.Violations;

/** Which rows a data set may hold. */
final class RowKinds {
  private RowKinds() {}

  /** Throws INVALID_ARGUMENT when the row is not of the data set's kind. */
  static void check(DataSetKind kind, DataSetRow row, long position) {
    RowCase expected =
        switch (kind) {
          case DATA_SET_KIND_PROMPTS -> RowCase.PROMPT;
          case DATA_SET_KIND_COMPLETIONS -> RowCase.COMPLETION;
          case DATA_SET_KIND_PREFERENCE_PAIRS -> RowCase.PAIR;
          default -> throw new IllegalArgumentException("a stored data set has a kind");
        };
    var violations = new Violations();
    violations.require(
        row.getRowCase() == expected,
        "row " + position,
        "is %s; a data set of kind %s holds only %s".formatted(row.getRowCase(), kind, expected));
    violations.raise();
  }
}
