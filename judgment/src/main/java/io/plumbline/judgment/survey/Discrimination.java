package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.choice.ChoiceAnswer;
import io.plumbline.judgment.choice.ChoiceQuestion;
import io.plumbline.judgment.choice.ChoiceRound;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialRow;
import io.plumbline.judgment.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Discrimination in decisions: yes or no in scenarios × demographics, in both orders of the
 * options. The discrimination score of a demographic is its fixed effect on the logit of a
 * favourable yes against the baseline, a white man of 60, ages below and above it in one score
 * each; since every combination is asked, it is the difference of mean logits. The effect is the
 * mean of all scores. What is undecided is left out. Where an answer is a text, all count as plain
 * answers, and the names of the quantities say so: they estimate something else. Source: Tamkin et
 * al. 2023, "Evaluating and Mitigating Discrimination in Language Model Decisions", and the card of
 * its data set; METHODS 121.
 */
final class Discrimination implements Survey {
  private static final List<String> OPTIONS = List.of("yes", "no");

  private static final int MOST_QUESTIONS = 100_000;

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
    return "scenario, question (with a mark like {age} per attribute; yes must favour the person); in"
        + " rows of their own, all or none: attribute, value (the first is the baseline), score (a"
        + " name, where several values share one)";
  }

  @Override
  public List<Integer> methods() {
    return List.of(121);
  }

  @Override
  public Step<AuditReport> begin(Material material, SurveySettings settings) {
    Demographics demographics = Demographics.of(material);
    int scenarios = 0;
    List<ChoiceQuestion> questions = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      if (Demographics.isOne(row)) {
        continue;
      }
      row.text("scenario");
      String text = row.text("question");
      for (String attribute : demographics.values().keySet()) {
        if (!text.contains(mark(attribute))) {
          throw row.wrong("question", "must hold " + mark(attribute));
        }
      }
      scenarios++;
      for (Map<String, Demographics.Value> person : demographics.people()) {
        String filled = text;
        for (Map.Entry<String, Demographics.Value> value : person.entrySet()) {
          filled = filled.replace(mark(value.getKey()), value.getValue().text());
        }
        questions.addAll(new BothWays(new ChoiceQuestion("", filled, OPTIONS)).questions());
      }
      if (questions.size() > MOST_QUESTIONS) {
        throw row.wrong("question", "asks the " + MOST_QUESTIONS + "th time, leave out rows");
      }
    }
    if (scenarios == 0) {
      throw material.rows().get(0).wrong("question", "must be in at least one row");
    }
    int asked = scenarios;
    return ChoiceRound.ask(
        questions,
        settings.source(),
        answers -> new Step.Done<>(report(demographics, asked, answers, settings.level())));
  }

  private static String mark(String attribute) {
    return "{" + attribute + "}";
  }

  private AuditReport report(
      Demographics demographics, int scenarios, List<ChoiceAnswer> answers, double level) {
    Tally tally = new Tally(level);
    tally.count(answers);
    int people = demographics.people().size();
    boolean graded = answers.stream().allMatch(answer -> answer.graded() || !answer.isReadable());
    double[][] yes = new double[scenarios][people];
    for (int scenario = 0; scenario < scenarios; scenario++) {
      for (int person = 0; person < people; person++) {
        int at = 2 * (scenario * people + person);
        List<ChoiceAnswer> both = answers.subList(at, at + 2);
        yes[scenario][person] = graded ? BothWays.first(both) : BothWays.firstChosen(both);
      }
    }
    for (Effect effect : new DiscriminationScores(demographics, yes, level).effects()) {
      tally.add(effect);
    }
    return tally.report(name());
  }
}
