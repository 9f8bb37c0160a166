package io.plumbline.judgment.choice;

import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.reader.Refusal;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.LabelProbabilities;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one choice: by the labels' probabilities, normalised where together they have at least half
 * of the first token's; or by a text that is one label, alone or with its option after it.
 */
final class ChoiceReading {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:answer:?\\s{0,2})?[(\\[*\"]{0,3}([A-Z])(?:[)\\].:*\"]{1,4}(.*))?", Pattern.DOTALL);

  private ChoiceReading() {}

  static ChoiceAnswer of(ChoiceQuestion question, JudgeReply reply, VerdictSource source) {
    if (reply instanceof JudgeReply.Failed failed) {
      return ChoiceAnswer.none(VerdictState.FAILED, failed.reason());
    }
    JudgeReply.Answered answered = (JudgeReply.Answered) reply;
    if (!answered.refusal().isEmpty()) {
      return ChoiceAnswer.none(VerdictState.REFUSED, answered.refusal());
    }
    if (source == VerdictSource.TEXT) {
      return byText(question, answered);
    }
    Optional<double[]> shares =
        new LabelProbabilities(answered.firstToken()).shares(question.labels());
    if (shares.isPresent()) {
      return new ChoiceAnswer(VerdictState.OK, shares.get(), true, answered.text());
    }
    if (source == VerdictSource.PROBABILITIES_OR_TEXT) {
      return byText(question, answered);
    }
    return ChoiceAnswer.none(
        answered.firstToken().isEmpty() ? VerdictState.NO_LOGPROBS : unread(answered),
        answered.text());
  }

  private static ChoiceAnswer byText(ChoiceQuestion question, JudgeReply.Answered answered) {
    int option = option(question.options(), answered.text().strip());
    if (option < 0) {
      return ChoiceAnswer.none(unread(answered), answered.text());
    }
    double[] certain = new double[question.options().size()];
    certain[option] = 1;
    return new ChoiceAnswer(VerdictState.OK, certain, false, answered.text());
  }

  private static int option(List<String> options, String text) {
    for (int i = 0; i < options.size(); i++) {
      if (same(options.get(i), text)) {
        return i;
      }
    }
    Matcher matcher = LABEL.matcher(text);
    if (!matcher.matches()) {
      return -1;
    }
    int option = matcher.group(1).charAt(0) - 'A';
    String rest = matcher.group(2) == null ? "" : matcher.group(2).strip();
    boolean known = option < options.size();
    return known && (rest.isEmpty() || same(options.get(option), rest)) ? option : -1;
  }

  private static boolean same(String option, String text) {
    return normal(option).equals(normal(text));
  }

  private static String normal(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static VerdictState unread(JudgeReply.Answered answered) {
    return Refusal.in(new JudgeText(answered.text(), answered.finishReason(), "", ""))
        .map(reading -> ((Reading.None) reading).state())
        .orElse(VerdictState.UNPARSEABLE);
  }
}
