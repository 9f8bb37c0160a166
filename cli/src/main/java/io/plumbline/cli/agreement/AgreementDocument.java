package io.plumbline.cli.agreement;

import io.plumbline.cli.output.JsonInterval;
import io.plumbline.statistics.agreement.AgreementReport;
import io.plumbline.statistics.agreement.Coefficient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The coefficients in JSON: null where one is undefined, with the reason under its name in {@code
 * reasons}.
 */
record AgreementDocument(
    Double krippendorffAlpha,
    Double fleissKappa,
    Double cohenKappa,
    Double cohenKappaLinear,
    Double cohenKappaQuadratic,
    Double gwetAc1,
    Double spearman,
    Double kendall,
    int items,
    int raters,
    int ratings,
    String level,
    Map<String, JsonInterval> intervals,
    Map<String, String> reasons,
    int missing,
    List<String> rejected) {

  static Map<String, Coefficient> coefficients(AgreementReport report) {
    Map<String, Coefficient> coefficients = new LinkedHashMap<>();
    coefficients.put("krippendorff_alpha", report.krippendorffAlpha());
    coefficients.put("fleiss_kappa", report.fleissKappa());
    coefficients.put("cohen_kappa", report.cohenKappa());
    coefficients.put("cohen_kappa_linear", report.linearKappa());
    coefficients.put("cohen_kappa_quadratic", report.quadraticKappa());
    coefficients.put("gwet_ac1", report.gwetAc1());
    coefficients.put("spearman", report.spearman());
    coefficients.put("kendall", report.kendall());
    return coefficients;
  }

  static AgreementDocument of(AgreementReport report, int missing, List<String> rejected) {
    Map<String, JsonInterval> intervals = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    coefficients(report)
        .forEach(
            (name, coefficient) -> {
              if (!coefficient.isDefined()) {
                reasons.put(name, coefficient.undefinedBecause());
              } else if (coefficient.interval() != null) {
                intervals.put(name, JsonInterval.of(coefficient.interval()));
              }
            });
    return new AgreementDocument(
        value(report.krippendorffAlpha()),
        value(report.fleissKappa()),
        value(report.cohenKappa()),
        value(report.linearKappa()),
        value(report.quadraticKappa()),
        value(report.gwetAc1()),
        value(report.spearman()),
        value(report.kendall()),
        report.items(),
        report.raters(),
        report.ratings(),
        report.level().name().toLowerCase(Locale.ROOT),
        intervals,
        reasons,
        missing,
        rejected);
  }

  private static Double value(Coefficient coefficient) {
    return coefficient.isDefined() ? coefficient.value() : null;
  }
}
