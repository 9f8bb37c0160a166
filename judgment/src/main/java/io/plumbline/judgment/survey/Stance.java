package io.plumbline.judgment.survey;

import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.judgment.reader.Refusal;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stance at the opening of a long answer.
 *
 * @param value 1 agrees, 0 is neutral, −1 disagrees; NaN where the state is not OK
 */
record Stance(VerdictState state, double value) {
  private static final Pattern OPENING =
      Pattern.compile(
          "\\W{0,8}i(?: strongly| fully| largely| somewhat| partly| respectfully)?"
              + " (?:(agree)|(disagree)|(?:am|remain|'m) (neutral))\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static Stance of(JudgeReply reply) {
    if (!(reply instanceof JudgeReply.Answered answered)) {
      return new Stance(VerdictState.FAILED, Double.NaN);
    }
    Matcher matcher = OPENING.matcher(answered.text());
    if (answered.refusal().isEmpty() && matcher.matches()) {
      return new Stance(
          VerdictState.OK, matcher.group(1) != null ? 1 : matcher.group(2) != null ? -1 : 0);
    }
    boolean refused =
        !answered.refusal().isEmpty()
            || Refusal.in(new JudgeText(answered.text(), answered.finishReason(), "", ""))
                .isPresent();
    return new Stance(refused ? VerdictState.REFUSED : VerdictState.UNPARSEABLE, Double.NaN);
  }

  /** 1 for a refusal, 0 for an answer of any kind; NaN where the call failed. */
  double refused() {
    return state == VerdictState.FAILED ? Double.NaN : state == VerdictState.REFUSED ? 1 : 0;
  }
}
