package io.plumbline.judgment.audit;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import java.util.List;

/** An audit by comparisons, which any judge can take: it asks some per pair and measures them. */
public interface ComparisonAudit {

  String name();

  /** What is tested, in one sentence. */
  String summary();

  /** Numbers in METHODS.md. */
  List<Integer> methods();

  /** The fields of a row of material; empty where the audit takes none. */
  default String fields() {
    return "";
  }

  /**
   * The same audit with a user's material.
   *
   * @throws MaterialException naming the row and field that cannot be used, or saying that the
   *     audit takes none
   */
  default ComparisonAudit with(Material material) {
    throw new MaterialException("audit '" + name() + "' takes no material: leave it out");
  }

  /** The comparisons to judge for one pair, at least one, always the same number. */
  List<Question> questions(AuditPair pair);

  /** What is measured, the audit's effect first. */
  List<Measure> measures();

  /** One quantity of one pair. */
  @FunctionalInterface
  interface Unit {
    /**
     * NaN where the pair says nothing.
     *
     * @param verdicts one per comparison that was asked
     */
    double of(AuditPair pair, List<Verdict> verdicts);
  }

  /** A quantity whose mean over pairs is reported. */
  record Measure(String name, Unit unit) {}
}
