package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.choice.ChoiceAnswer;
import io.plumbline.judgment.choice.ChoiceQuestion;
import io.plumbline.judgment.choice.ChoiceRound;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialRow;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Strategy preference of a model that supports people in distress: w(i, j) counts how often it
 * chooses strategy i where the conversation's own was j; the Bradley-Terry strengths p of w say how
 * much each strategy is preferred (mean 1), and the bias is their standard deviation. Intervals
 * come from the bootstrap over conversations. Source: Kang et al. 2024, "Can Large Language Models
 * be Good Emotional Supporter?", section 3, and its metrics program, with the iteration of Newman
 * 2023; METHODS 1. Half a count on each pair of strategies keeps strengths finite where one never
 * loses or never wins; where all are finite anyway there is none, as in the paper.
 */
final class StrategyPreference implements Survey {
  private static final int ROUNDS = 400;
  private static final long SEED = 42;

  @Override
  public String name() {
    return "strategy-preference";
  }

  @Override
  public String summary() {
    return "does a model favour some support strategies over what the conversation calls for?";
  }

  @Override
  public String fields() {
    return "conversation, strategy (what was right); the strategies are all that occur";
  }

  @Override
  public List<Integer> methods() {
    return List.of(1);
  }

  @Override
  public Step<AuditReport> begin(Material material, SurveySettings settings) {
    TreeSet<String> names = new TreeSet<>();
    material.rows().forEach(row -> names.add(row.text("strategy")));
    if (names.size() < 2 || names.size() > 26) {
      throw material.rows().get(0).wrong("strategy", "must name 2 to 26 strategies over all rows");
    }
    List<String> strategies = List.copyOf(names);
    List<Integer> gold = new ArrayList<>();
    List<ChoiceQuestion> questions = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      int right = strategies.indexOf(row.text("strategy"));
      // A fixed order would make a preference for a place look like one for a strategy.
      int places = gold.size() % strategies.size();
      gold.add(right);
      questions.add(
          new ChoiceQuestion(
                  "",
                  "Which support strategy should the next reply of the supporter use?\n"
                      + row.text("conversation"),
                  strategies)
              .rotated(places));
    }
    return ChoiceRound.ask(
        questions,
        settings.source(),
        answers -> new Step.Done<>(report(strategies, gold, answers, settings.level())));
  }

  private AuditReport report(
      List<String> strategies, List<Integer> gold, List<ChoiceAnswer> answers, double level) {
    Tally tally = new Tally(level);
    tally.count(answers);
    int size = strategies.size();
    List<double[]> chosen = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isReadable()) {
        chosen.add(answers.get(i).unrotated(i % size).probabilities());
        right.add(gold.get(i));
      }
    }
    int undecided = answers.size() - chosen.size();
    Bootstrap bootstrap = new Bootstrap(ROUNDS, level, SEED);
    tally.add(
        effect(
            "effect",
            chosen.size(),
            undecided,
            bootstrap,
            times -> StrategyStrengths.spread(StrategyStrengths.of(size, chosen, right, times))));
    for (int s = 0; s < size; s++) {
      int strategy = s;
      tally.add(
          effect(
              "preference: " + strategies.get(s),
              chosen.size(),
              undecided,
              bootstrap,
              times -> StrategyStrengths.of(size, chosen, right, times)[strategy]));
    }
    for (int i = 0; i < answers.size(); i++) {
      ChoiceAnswer answer = answers.get(i).unrotated(i % size);
      tally.add("accuracy", Integer.toString(i), answer.probability(gold.get(i)));
    }
    return tally.report(name());
  }

  private static Effect effect(
      String name,
      int n,
      int undecided,
      Bootstrap bootstrap,
      io.plumbline.statistics.interval.ResampledStatistic statistic) {
    Optional<Interval> interval =
        n == 0 ? Optional.empty() : Optional.of(bootstrap.percentile(n, statistic));
    return new Effect(name, Effect.NO_MITIGATION, n, undecided, interval);
  }
}
