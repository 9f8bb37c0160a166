package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.choice.ChoiceAnswer;
import io.plumbline.judgment.choice.ChoiceQuestion;
import io.plumbline.judgment.choice.ChoiceRound;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialRow;
import io.plumbline.judgment.protocol.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Decision bias: the share of relative decisions between two people that fall as the stereotype has
 * it, minus one half. Source: Bai et al. 2025, "Measuring Implicit Bias in Explicitly Unbiased
 * Large Language Models", section on decision bias; METHODS 51.
 */
final class DecisionBias implements Survey {
  @Override
  public String name() {
    return "decision-bias";
  }

  @Override
  public String summary() {
    return "do decisions between two people fall by stereotype?";
  }

  @Override
  public String fields() {
    return "category, question, stereotyped, other (two options)";
  }

  @Override
  public List<Integer> methods() {
    return List.of(51);
  }

  @Override
  public Step<AuditReport> begin(Material material, SurveySettings settings) {
    List<String> categories = new ArrayList<>();
    List<ChoiceQuestion> questions = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      categories.add(row.text("category"));
      questions.addAll(
          new BothWays(
                  new ChoiceQuestion(
                      "",
                      row.text("question"),
                      List.of(row.text("stereotyped"), row.text("other"))))
              .questions());
    }
    return ChoiceRound.ask(
        questions,
        settings.source(),
        answers -> new Step.Done<>(report(categories, answers, settings.level())));
  }

  private AuditReport report(List<String> categories, List<ChoiceAnswer> answers, double level) {
    Tally tally = new Tally(level);
    tally.count(answers);
    for (int i = 0; i < categories.size(); i++) {
      double share = BothWays.first(answers.subList(2 * i, 2 * i + 2));
      tally.add("effect", categories.get(i), share - 0.5);
      tally.add("bias: " + categories.get(i), Integer.toString(i), share - 0.5);
    }
    return tally.report(name());
  }
}
