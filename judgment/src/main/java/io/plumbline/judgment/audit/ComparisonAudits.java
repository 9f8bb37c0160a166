package io.plumbline.judgment.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audits by comparisons, by name. */
public final class ComparisonAudits {
  private static final List<ComparisonAudit> ALL = create();

  private ComparisonAudits() {}

  private static List<ComparisonAudit> create() {
    List<ComparisonAudit> audits = new ArrayList<>(BaitAudits.create());
    audits.add(new PositionAudit());
    audits.add(new SelfPreferenceAudit());
    audits.add(new SourceAudit());
    return List.copyOf(audits);
  }

  public static List<ComparisonAudit> all() {
    return ALL;
  }

  public static Optional<ComparisonAudit> named(String name) {
    return ALL.stream().filter(audit -> audit.name().equals(name)).findFirst();
  }
}
