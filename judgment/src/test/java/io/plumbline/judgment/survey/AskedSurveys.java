package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.statistics.interval.Interval;
import java.util.Map;
import java.util.function.Function;

/** Surveys asked of a model of ours, and what their reports hold. */
final class AskedSurveys {
  private AskedSurveys() {}

  /** Takes one option for certain, and none where it is not offered. */
  static JudgeReply certain(JudgeRequest request, String option) {
    String text = request.messages().get(1).text();
    for (String label : request.labels()) {
      if (text.contains("\n" + label + ". " + option + "\n")) {
        return new JudgeReply.Answered(label, "stop", "", Map.of(label, 0.0));
      }
    }
    return NullModel.UNIFORM.answer(request);
  }

  /** The report of a survey, on its own material. */
  static AuditReport run(String name, Function<JudgeRequest, JudgeReply> model) {
    return run(name, Material.builtIn(name), model);
  }

  static AuditReport run(String name, String material, Function<JudgeRequest, JudgeReply> model) {
    return run(name, Material.of(material, "mine"), model);
  }

  static AuditReport run(String name, Material material, Function<JudgeRequest, JudgeReply> model) {
    Survey survey = Surveys.named(name).orElseThrow();
    return Steps.answered(survey.begin(material, SurveySettings.DEFAULT), model);
  }

  static double main(AuditReport report) {
    return report.effects().stream()
        .filter(Effect::isMain)
        .findFirst()
        .flatMap(Effect::interval)
        .orElseThrow()
        .estimate();
  }

  static Interval effect(AuditReport report, String name) {
    return named(report, name).interval().orElseThrow();
  }

  static Effect named(AuditReport report, String name) {
    return report.effects().stream()
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
