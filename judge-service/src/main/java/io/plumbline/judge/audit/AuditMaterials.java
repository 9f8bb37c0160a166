package io.plumbline.judge.audit;

import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.audit.ComparisonAudit;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.survey.Survey;
import java.util.function.Supplier;

/** What an audit asks about: the request's material, or what comes with it. */
final class AuditMaterials {
  private static final int MOST_CHARACTERS = 4_000_000;

  private AuditMaterials() {}

  static ComparisonAudit of(AuditRequest request, ComparisonAudit audit) {
    return request.getMaterial().isEmpty()
        ? audit
        : checked(() -> audit.with(read(request.getMaterial())));
  }

  static Material of(AuditRequest request, Survey survey) {
    return request.getMaterial().isEmpty()
        ? Material.builtIn(survey.name())
        : checked(() -> read(request.getMaterial()));
  }

  /** What a user of material comes to. */
  static <T> T checked(Supplier<T> use) {
    try {
      return use.get();
    } catch (MaterialException wrong) {
      throw new InvalidRequestException("material", wrong.getMessage());
    }
  }

  private static Material read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new InvalidRequestException(
          "material", "must not exceed " + MOST_CHARACTERS + " characters");
    }
    return Material.of(text, "material");
  }
}
