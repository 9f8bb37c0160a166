package io.plumbline.cli.judge;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.audit.ComparisonAudit;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.survey.Survey;
import java.util.Optional;

/** What an audit asks about: a user's text, or what comes with it. */
final class AuditMaterial {
  private static final String SOURCE = "--material";

  private AuditMaterial() {}

  static Material of(Optional<String> text, Survey survey) {
    return text.map(own -> Material.of(own, SOURCE))
        .orElseGet(() -> Material.builtIn(survey.name()));
  }

  static ComparisonAudit of(Optional<String> text, ComparisonAudit audit) {
    try {
      return text.map(own -> audit.with(Material.of(own, SOURCE))).orElse(audit);
    } catch (MaterialException wrong) {
      throw new UsageException(wrong.getMessage(), wrong);
    }
  }
}
