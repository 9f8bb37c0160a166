package io.plumbline.judge.audit;

import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.judge.judging.Asked;
import io.plumbline.judge.judging.ChatAsking;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.survey.Survey;
import io.plumbline.judgment.survey.SurveyReport;
import io.plumbline.judgment.survey.SurveySettings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a survey's questions to a chat model, without mitigation and with each. */
@ApplicationScoped
class SurveyAuditing {
  private final Judges judges;

  SurveyAuditing(Judges judges) {
    this.judges = judges;
  }

  Uni<AuditReport> run(
      AuditRequest request, Survey survey, List<Mitigation> mitigations, double level) {
    if (request.getSamples() < 0 || request.getSamples() > 100) {
      throw new InvalidRequestException("samples", "must be 1 to 100, or 0 for 1");
    }
    if (request.getSamples() > 1 && request.getJudge().getTemperature() == 0) {
      throw new InvalidRequestException(
          "judge.temperature", "must be above 0 with several samples, or all are the same");
    }
    if (request.getPairsCount() > 0) {
      throw new InvalidRequestException(
          "pairs", "audit '" + survey.name() + "' takes material, not pairs");
    }
    ChatAsking asking = judges.asking(request.getJudge(), "judge");
    SurveySettings settings =
        new SurveySettings(asking.source(), Math.max(1, request.getSamples()), level);
    Material material = AuditMaterials.of(request, survey);
    List<Step<io.plumbline.judgment.audit.AuditReport>> programs = new ArrayList<>();
    List<String> conditions = new ArrayList<>(List.of(Effect.NO_MITIGATION));
    programs.add(AuditMaterials.checked(() -> survey.begin(material, settings)));
    for (Mitigation mitigation : mitigations) {
      conditions.add(mitigation.label());
      programs.add(mitigation.apply(survey.begin(material, settings)));
    }
    return Multi.createFrom()
        .iterable(programs)
        .onItem()
        .transformToUniAndConcatenate(asking::ask)
        .collect()
        .asList()
        .map(answers -> report(request, conditions, answers));
  }

  private static AuditReport report(
      AuditRequest request,
      List<String> conditions,
      List<Asked<io.plumbline.judgment.audit.AuditReport>> answers) {
    Map<String, io.plumbline.judgment.audit.AuditReport> reports = new LinkedHashMap<>();
    long promptTokens = 0;
    long completionTokens = 0;
    double cost = 0;
    Duration latency = Duration.ZERO;
    for (int i = 0; i < answers.size(); i++) {
      reports.put(conditions.get(i), answers.get(i).value());
      promptTokens += answers.get(i).promptTokens();
      completionTokens += answers.get(i).completionTokens();
      cost += answers.get(i).cost();
      latency = latency.plus(answers.get(i).latency());
    }
    AuditReport.Builder message =
        AuditReports.of(SurveyReport.of(reports), request.getJudge().getName())
            .setModel(answers.get(0).model())
            .setModelDigest(answers.get(0).modelDigest());
    return AuditReports.costing(message, promptTokens, completionTokens, cost, latency).build();
  }
}
