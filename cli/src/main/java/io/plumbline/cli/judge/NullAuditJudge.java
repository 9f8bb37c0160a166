package io.plumbline.cli.judge;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.survey.Survey;
import io.plumbline.judgment.survey.SurveyReport;
import io.plumbline.judgment.survey.SurveySettings;
import io.plumbline.judgment.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model that knows nothing, asked in this process. */
record NullAuditJudge(
    NullModel model, PairwiseProtocol protocol, Optional<String> material, SurveySettings settings)
    implements AuditJudge {

  @Override
  public List<Verdict> judge(List<Question> questions, Optional<Mitigation> mitigation) {
    return questions.stream()
        .map(question -> answered(protocol.begin(question), mitigation))
        .toList();
  }

  @Override
  public AuditReport survey(Survey survey, List<Mitigation> mitigations) {
    try {
      Material rows = AuditMaterial.of(material, survey);
      Map<String, AuditReport> reports = new LinkedHashMap<>();
      reports.put(Effect.NO_MITIGATION, answered(survey.begin(rows, settings), Optional.empty()));
      for (Mitigation mitigation : mitigations) {
        reports.put(
            mitigation.label(), answered(survey.begin(rows, settings), Optional.of(mitigation)));
      }
      return SurveyReport.of(reports);
    } catch (MaterialException wrong) {
      throw new UsageException(wrong.getMessage(), wrong);
    }
  }

  private <V> V answered(Step<V> program, Optional<Mitigation> mitigation) {
    Step<V> asked = mitigation.map(way -> way.apply(program)).orElse(program);
    return Steps.answered(asked, model::answer);
  }
}
