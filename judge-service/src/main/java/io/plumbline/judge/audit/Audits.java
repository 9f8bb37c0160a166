package io.plumbline.judge.audit;

import io.plumbline.api.v1alpha1.AuditDescription;
import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.ListAuditsResponse;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.audit.ComparisonAudit;
import io.plumbline.judgment.audit.ComparisonAudits;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.survey.Survey;
import io.plumbline.judgment.survey.Surveys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the audit that a request names, and runs it. */
@ApplicationScoped
public class Audits {
  private static final double LEVEL = 0.95;
  private final PairAuditing pairs;
  private final SurveyAuditing surveys;

  Audits(PairAuditing pairs, SurveyAuditing surveys) {
    this.pairs = pairs;
    this.surveys = surveys;
  }

  public Uni<AuditReport> audit(AuditRequest request) {
    double level = request.getLevel() == 0 ? LEVEL : request.getLevel();
    if (!(level > 0 && level < 1)) {
      throw new InvalidRequestException("level", "must be above 0 and below 1, is " + level);
    }
    List<Mitigation> mitigations = mitigations(request);
    Optional<ComparisonAudit> byPairs = ComparisonAudits.named(request.getAudit());
    if (byPairs.isPresent()) {
      return pairs.run(request, AuditMaterials.of(request, byPairs.get()), mitigations, level);
    }
    Survey survey =
        Surveys.named(request.getAudit())
            .orElseThrow(
                () ->
                    new InvalidRequestException(
                        "audit", "'" + request.getAudit() + "' is none of " + names()));
    return surveys.run(request, survey, mitigations, level);
  }

  public ListAuditsResponse list() {
    ListAuditsResponse.Builder response = ListAuditsResponse.newBuilder();
    for (ComparisonAudit audit : ComparisonAudits.all()) {
      response.addAudits(
          AuditDescription.newBuilder()
              .setName(audit.name())
              .setSummary(audit.summary())
              .setByComparisons(true)
              .setFields(audit.fields()));
    }
    for (Survey survey : Surveys.all()) {
      response.addAudits(
          AuditDescription.newBuilder()
              .setName(survey.name())
              .setSummary(survey.summary())
              .setFields(survey.fields()));
    }
    return response.build();
  }

  private List<String> names() {
    return list().getAuditsList().stream().map(AuditDescription::getName).toList();
  }

  private static List<Mitigation> mitigations(AuditRequest request) {
    List<Mitigation> mitigations = new ArrayList<>();
    for (String label : request.getMitigationsList()) {
      mitigations.add(
          Mitigation.named(label)
              .orElseThrow(
                  () ->
                      new InvalidRequestException(
                          "mitigations", "'" + label + "' is none of " + Mitigation.labels())));
    }
    return mitigations;
  }
}
