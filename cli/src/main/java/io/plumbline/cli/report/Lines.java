package io.plumbline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The findings besides the win rates, each a label and a value, as table and page show them. */
final class Lines {
  /** One finding. */
  record Line(String label, String value) {}

  private Lines() {}

  static List<Line> of(DemoReport report) {
    List<Line> lines = new ArrayList<>();
    LexicalCheck lexical = report.lexicalCheck();
    if (lexical.difference() != null) {
      lines.add(
          new Line(
              "lexical check (" + String.join(", ", lexical.words()) + ")",
              "base "
                  + Format.percent(lexical.base())
                  + ", control "
                  + Format.percent(lexical.control())
                  + ", tuned "
                  + Format.percent(lexical.tuned())
                  + "; difference "
                  + Format.winRate(lexical.difference())));
    }
    Cost cost = report.cost();
    lines.add(
        new Line(
            "mean length (tokens)",
            "base "
                + Format.decimal(cost.tokensBase())
                + ", control "
                + Format.decimal(cost.tokensControl())
                + ", tuned "
                + Format.decimal(cost.tokensTuned())));
    lines.add(
        new Line(
            "fluency (log p per token under the base)",
            "base "
                + Format.decimal(cost.fluencyBase())
                + ", tuned "
                + Format.decimal(cost.fluencyTuned())));
    lines.add(
        new Line(
            "KL(tuned ‖ base)",
            Format.decimal(cost.klPerStory().value())
                + " nats per story, "
                + String.format(Locale.ROOT, "%.4f", cost.klPerToken())
                + " per token"));
    TrainingSummary training = report.training();
    lines.add(
        new Line(
            "training", training.pairs() + " preference pairs, " + training.steps() + " steps"));
    lines.add(
        new Line(
            "log p against the reference (nats)",
            "chosen "
                + Format.signed(training.chosenLogProbabilityChange())
                + ", rejected "
                + Format.signed(training.rejectedLogProbabilityChange())));
    StringBuilder head = new StringBuilder(report.head());
    report
        .headMetrics()
        .forEach(
            (name, value) ->
                head.append(", ")
                    .append(name)
                    .append(' ')
                    .append(String.format(Locale.ROOT, "%.4g", value)));
    lines.add(new Line("reward head", head.toString()));
    return lines;
  }
}
