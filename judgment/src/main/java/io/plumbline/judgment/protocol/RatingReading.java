package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.LabelProbabilities;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Reads one rating on a rubric's scale. */
final class RatingReading {
  private final List<Integer> scale;
  private final VerdictSource source;

  RatingReading(Rubric rubric, VerdictSource source) {
    this.scale = IntStream.rangeClosed(rubric.lowest(), rubric.highest()).boxed().toList();
    this.source = source;
  }

  /**
   * @param value on the scale where the state is OK, else 0
   */
  record Rating(VerdictState state, double value, String text, String detail) {}

  /** The labels whose log-probabilities are wanted. */
  List<String> labels() {
    return source == VerdictSource.TEXT
        ? List.of()
        : scale.stream().map(value -> Integer.toString(value)).toList();
  }

  Rating read(JudgeReply reply) {
    if (reply instanceof JudgeReply.Failed failed) {
      return none(VerdictState.FAILED, "", failed.reason());
    }
    JudgeReply.Answered answered = (JudgeReply.Answered) reply;
    if (!answered.refusal().isEmpty()) {
      return none(VerdictState.REFUSED, answered.refusal(), "the model refused");
    }
    OptionalDouble expected =
        source == VerdictSource.TEXT
            ? OptionalDouble.empty()
            : new LabelProbabilities(answered.firstToken()).expected(scale);
    if (expected.isPresent()) {
      return new Rating(VerdictState.OK, expected.getAsDouble(), answered.text(), "");
    }
    if (source != VerdictSource.PROBABILITIES) {
      return byText(answered.text());
    }
    return answered.firstToken().isEmpty()
        ? none(VerdictState.NO_LOGPROBS, answered.text(), "no log-probabilities were given")
        : none(
            VerdictState.UNPARSEABLE,
            answered.text(),
            "the scale has less than half of the first token's probability");
  }

  private Rating byText(String text) {
    String stripped = text.strip();
    for (int value : scale) {
      if (stripped.equals(Integer.toString(value))) {
        return new Rating(VerdictState.OK, value, text, "");
      }
    }
    return none(
        VerdictState.UNPARSEABLE,
        text,
        "not one whole number from " + scale.get(0) + " to " + scale.get(scale.size() - 1));
  }

  private static Rating none(VerdictState state, String text, String detail) {
    return new Rating(state, 0, text, detail);
  }
}
