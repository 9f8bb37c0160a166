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
 * Anchored choice: each question is put once per rotation of its options, so that every option
 * stands in every place. The effect is the first place's mean probability minus 1/k, which is 0 for
 * a model that looks at content alone. The anchored share is that of the paper: how often the first
 * option is chosen where another is right. The calibration by label permutation chooses by each
 * option's mean probability over all rotations. Source: Li and Gao 2025, "Anchored Answers:
 * Unravelling Positional Bias in GPT-2's Multiple-Choice Questions"; METHODS 10.
 */
final class AnchoredChoice implements Survey {
  @Override
  public String name() {
    return "anchored-choice";
  }

  @Override
  public String summary() {
    return "is the first option of a multiple choice preferred, and what does permuting repair?";
  }

  @Override
  public String fields() {
    return "question, options, answer (one of the options)";
  }

  @Override
  public List<Integer> methods() {
    return List.of(10);
  }

  private record Item(String cluster, ChoiceQuestion question, int answer) {}

  @Override
  public Step<AuditReport> begin(Material material, SurveySettings settings) {
    List<Item> items = new ArrayList<>();
    List<ChoiceQuestion> questions = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      List<String> options = row.texts("options");
      ChoiceQuestion question = new ChoiceQuestion("", row.text("question"), options);
      items.add(new Item(row.text("question"), question, row.index("answer", options)));
      for (int places = 0; places < options.size(); places++) {
        questions.add(question.rotated(places));
      }
    }
    return ChoiceRound.ask(
        questions,
        settings.source(),
        answers -> new Step.Done<>(report(items, answers, settings.level())));
  }

  private AuditReport report(List<Item> items, List<ChoiceAnswer> answers, double level) {
    Tally tally = new Tally(level);
    tally.count(answers);
    int next = 0;
    for (Item item : items) {
      int options = item.question().options().size();
      measure(item, answers.subList(next, next + options), tally);
      next += options;
    }
    return tally.report(name());
  }

  private static void measure(Item item, List<ChoiceAnswer> rotations, Tally tally) {
    int options = rotations.size();
    double first = 0;
    double anchored = 0;
    double[] mean = new double[options];
    for (int places = 0; places < options; places++) {
      ChoiceAnswer answer = rotations.get(places);
      first += answer.probability(0);
      anchored += places == item.answer() ? 0 : firstChosen(answer);
      for (int option = 0; option < options && answer.isReadable(); option++) {
        mean[option] += answer.unrotated(places).probability(option);
      }
    }
    boolean whole = !Double.isNaN(first);
    double plain = correct(rotations.get(0).choice(), item.answer());
    double calibrated =
        whole
            ? correct(
                new ChoiceAnswer(rotations.get(0).state(), mean, true, "").choice(), item.answer())
            : Double.NaN;
    tally.add("effect", item.cluster(), first / options - 1.0 / options);
    tally.add("anchored share", item.cluster(), whole ? anchored / (options - 1) : Double.NaN);
    tally.add("accuracy as listed", item.cluster(), plain);
    tally.add("accuracy calibrated", item.cluster(), calibrated);
    tally.add("gain by calibration", item.cluster(), calibrated - plain);
  }

  private static double firstChosen(ChoiceAnswer answer) {
    return answer.choice() == 0 ? 1 : 0;
  }

  private static double correct(int choice, int answer) {
    return choice < 0 ? Double.NaN : choice == answer ? 1 : 0;
  }
}
