package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.VerdictState;

/**
 * A text that was asked for, or why it cannot be had.
 *
 * @param text what was written; where the state is not OK the refusal, or empty
 * @param detail empty where the state is OK
 */
public record Written(VerdictState state, String text, String detail) {

  /**
   * @param place where it belongs, for the reason, such as {@code at stage critique}
   */
  public static Written of(JudgeReply reply, String place) {
    if (reply instanceof JudgeReply.Failed failed) {
      return new Written(VerdictState.FAILED, "", failed.reason());
    }
    JudgeReply.Answered answered = (JudgeReply.Answered) reply;
    if (!answered.refusal().isEmpty()) {
      return new Written(VerdictState.REFUSED, answered.refusal(), "refused " + place);
    }
    return answered.text().isBlank()
        ? new Written(VerdictState.UNPARSEABLE, "", "nothing was written " + place)
        : new Written(VerdictState.OK, answered.text(), "");
  }

  public boolean isThere() {
    return state == VerdictState.OK;
  }
}
