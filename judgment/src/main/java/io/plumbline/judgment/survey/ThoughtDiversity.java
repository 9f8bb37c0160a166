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
 * Diversity of thought on questions on which people differ: how concentrated the answers are (the
 * most frequent option's share; 1 is one mind), the share of questions answered without variation
 * (the "correct answer" effect, at least 0.99 on one option), and what the replication with the
 * options in reverse order changes (total variation distance of both distributions, and how often
 * the most frequent option is another). Each question is asked {@code samples} times in either
 * order; label probabilities give the distribution at once. A single text has no distribution, so
 * what rests on one is undecided. The effect is the concentration minus 1/k, that of even answers.
 * Source: Park, Schoenegger and Zhu 2024, "Diminished Diversity-of-Thought in a Standard Large
 * Language Model"; METHODS 209.
 */
final class ThoughtDiversity implements Survey {
  private static final double WITHOUT_VARIATION = 0.99;

  @Override
  public String name() {
    return "thought-diversity";
  }

  @Override
  public String summary() {
    return "do answers vary where people's do, and survive a reversed order of options?";
  }

  @Override
  public String fields() {
    return "question, options (in their natural order)";
  }

  @Override
  public List<Integer> methods() {
    return List.of(209);
  }

  @Override
  public Step<AuditReport> begin(Material material, SurveySettings settings) {
    List<String> clusters = new ArrayList<>();
    List<ChoiceQuestion> questions = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      List<String> options = row.texts("options");
      clusters.add(row.text("question"));
      List<String> reversed = new ArrayList<>();
      options.forEach(option -> reversed.add(0, option));
      for (int sample = 0; sample < settings.samples(); sample++) {
        questions.add(new ChoiceQuestion("", row.text("question"), options));
        questions.add(new ChoiceQuestion("", row.text("question"), reversed));
      }
    }
    return ChoiceRound.ask(
        questions,
        settings.source(),
        answers -> new Step.Done<>(report(clusters, answers, settings)));
  }

  private AuditReport report(
      List<String> clusters, List<ChoiceAnswer> answers, SurveySettings settings) {
    Tally tally = new Tally(settings.level());
    tally.count(answers);
    int perQuestion = 2 * settings.samples();
    for (int item = 0; item < clusters.size(); item++) {
      List<ChoiceAnswer> all = answers.subList(item * perQuestion, (item + 1) * perQuestion);
      double[] forward = distribution(all, 0);
      double[] backward = reversed(distribution(all, 1));
      boolean known = forward.length > 0 && forward.length == backward.length;
      double largest = known ? largest(forward) : Double.NaN;
      String cluster = clusters.get(item);
      tally.add("effect", cluster, largest - 1.0 / Math.max(1, forward.length));
      tally.add("largest share", cluster, largest);
      tally.add(
          "no variation", cluster, known ? (largest >= WITHOUT_VARIATION ? 1 : 0) : Double.NaN);
      tally.add(
          "change by reversed order", cluster, known ? distance(forward, backward) : Double.NaN);
      tally.add(
          "flips by reversed order",
          cluster,
          known ? (forward[mode(backward)] == largest ? 0 : 1) : Double.NaN);
    }
    return tally.report(name());
  }

  // Mean over the readable samples; empty without any, or with one that is a text: its share of 1
  // would be found in every model.
  private static double[] distribution(List<ChoiceAnswer> answers, int order) {
    double[] sum = new double[0];
    int readable = 0;
    boolean graded = false;
    for (int i = order; i < answers.size(); i += 2) {
      if (answers.get(i).isReadable()) {
        double[] probabilities = answers.get(i).probabilities();
        sum = sum.length == 0 ? new double[probabilities.length] : sum;
        for (int option = 0; option < sum.length; option++) {
          sum[option] += probabilities[option];
        }
        readable++;
        graded |= answers.get(i).graded();
      }
    }
    for (int option = 0; option < sum.length; option++) {
      sum[option] /= readable;
    }
    return graded || readable > 1 ? sum : new double[0];
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]) / 2;
    }
    return sum;
  }

  private static double largest(double[] values) {
    return values[mode(values)];
  }

  private static int mode(double[] values) {
    int mode = 0;
    for (int i = 1; i < values.length; i++) {
      mode = values[i] > values[mode] ? i : mode;
    }
    return mode;
  }
}
