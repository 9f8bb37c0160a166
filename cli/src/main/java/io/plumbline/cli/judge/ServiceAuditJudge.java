package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.survey.Survey;
import io.plumbline.judgment.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A judge of judge-service: comparisons go through a durable evaluation, surveys through its Audit
 * call.
 *
 * @param material a user's own, as JSON lines; empty for what comes with a survey
 * @param samples how often a survey repeats its questions where it does
 */
record ServiceAuditJudge(
    Evaluator evaluator, JudgeSpec spec, String principle, Optional<String> material, int samples)
    implements AuditJudge {

  @Override
  public List<Verdict> judge(List<Question> questions, Optional<Mitigation> mitigation) {
    JudgeSpec under =
        mitigation.map(way -> spec.toBuilder().setMitigation(way.label()).build()).orElse(spec);
    Map<String, io.plumbline.api.v1alpha1.Verdict> verdicts =
        evaluator.judge(under, questions, principle);
    return questions.stream()
        .map(question -> ContractVerdicts.read(verdicts.get(question.comparison().id())))
        .toList();
  }

  @Override
  public AuditReport survey(Survey survey, List<Mitigation> mitigations) {
    return ContractReports.read(
        evaluator.audit(
            AuditRequest.newBuilder()
                .setJudge(spec)
                .setAudit(survey.name())
                .setMaterial(material.orElse(""))
                .addAllMitigations(mitigations.stream().map(Mitigation::label).toList())
                .setSamples(samples)
                .build()));
  }
}
