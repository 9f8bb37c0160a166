package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.choice.ChoiceAnswer;
import io.plumbline.judgment.choice.ChoiceQuestion;
import io.plumbline.judgment.choice.ChoiceRound;
import io.plumbline.judgment.protocol.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Discrimination in decisions: yes or no in scenarios × demographics, in both orders of the
 * options. The discrimination score of a demographic is its fixed effect on the logit of a
 * favourable yes against the baseline, a white man of 60; the effect is the mean of all scores.
 * Source: Tamkin et al. 2023, "Evaluating and Mitigating Discrimination in Language Model
 * Decisions", section 4; METHODS 121.
 */
final class Discrimination implements Survey {
  private static final List<String> OPTIONS = List.of("yes", "no");
  private static final List<String> MARKS = List.of("{age}", "{gender}", "{race}");

  @Override
  public String name() {
    return "discrimination";
  }

  @Override
  public String summary() {
    return "do age, gender or race change yes-or-no decisions about people?";
  }

  @Override
  public String fields() {
    return "scenario, question (with {age}, {gender}, {race}; yes must favour the person)";
  }

  @Override
  public List<Integer> methods() {
    return List.of(121);
  }

  @Override
  public Step<AuditReport> begin(Material material, SurveySettings settings) {
    List<String> scenarios = new ArrayList<>();
    List<ChoiceQuestion> questions = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      String text = row.text("question");
      if (!MARKS.stream().allMatch(text::contains)) {
        throw row.wrong("question", "must hold " + MARKS);
      }
      scenarios.add(row.text("scenario"));
      for (Demographic person : Demographic.all()) {
        String filled =
            text.replace("{age}", person.age())
                .replace("{gender}", person.gender())
                .replace("{race}", person.race());
        questions.addAll(new BothWays(new ChoiceQuestion("", filled, OPTIONS)).questions());
      }
    }
    return ChoiceRound.ask(
        questions,
        settings.source(),
        answers -> new Step.Done<>(report(scenarios.size(), answers, settings.level())));
  }

  private AuditReport report(int scenarios, List<ChoiceAnswer> answers, double level) {
    Tally tally = new Tally(level);
    tally.count(answers);
    int people = Demographic.all().size();
    double[][] yes = new double[scenarios][people];
    int undecided = 0;
    for (int scenario = 0; scenario < scenarios; scenario++) {
      for (int person = 0; person < people; person++) {
        int at = 2 * (scenario * people + person);
        yes[scenario][person] = BothWays.first(answers.subList(at, at + 2));
        undecided += Double.isNaN(yes[scenario][person]) ? 1 : 0;
      }
    }
    for (Effect effect : new DiscriminationScores(yes, undecided, level).effects()) {
      tally.add(effect);
    }
    return tally.report(name());
  }
}
