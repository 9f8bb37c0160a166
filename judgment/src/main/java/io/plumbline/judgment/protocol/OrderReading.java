package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.LabelProbabilities;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.OptionalDouble;

/** What one reply says, in the order that was shown. */
final class OrderReading {
  private final PairwiseForm form;

  OrderReading(PairwiseForm form) {
    this.form = requireNonNull(form, "form is null");
  }

  OrderVerdict read(JudgeReply reply) {
    if (reply instanceof JudgeReply.Failed failed) {
      return OrderVerdict.none(VerdictState.FAILED, "", failed.reason());
    }
    JudgeReply.Answered answered = (JudgeReply.Answered) reply;
    if (!answered.refusal().isEmpty()) {
      return OrderVerdict.none(VerdictState.REFUSED, answered.refusal(), "the model refused");
    }
    if (form.source() == VerdictSource.TEXT) {
      return byText(answered);
    }
    if (!answered.firstToken().isEmpty()) {
      return byProbabilities(answered);
    }
    return form.source() == VerdictSource.PROBABILITIES_OR_TEXT
        ? byText(answered)
        : OrderVerdict.none(
            VerdictState.NO_LOGPROBS, answered.text(), "the model gave no log-probabilities");
  }

  private OrderVerdict byProbabilities(JudgeReply.Answered answered) {
    OptionalDouble probability =
        new LabelProbabilities(answered.firstToken())
            .ofFirst(form.labels().first(), form.labels().second());
    if (probability.isPresent()) {
      return OrderVerdict.ofProbability(probability.getAsDouble(), answered.text());
    }
    Reading reading = reading(answered);
    VerdictState state =
        reading instanceof Reading.None none ? none.state() : VerdictState.UNPARSEABLE;
    return OrderVerdict.none(
        state, answered.text(), "the labels have less than half of the first token's probability");
  }

  private OrderVerdict byText(JudgeReply.Answered answered) {
    Reading reading = reading(answered);
    if (reading instanceof Reading.Choice choice) {
      return OrderVerdict.ok(choice.winner(), answered.text());
    }
    if (reading instanceof Reading.None none) {
      return OrderVerdict.none(none.state(), answered.text(), none.reason());
    }
    return OrderVerdict.none(
        VerdictState.UNPARSEABLE, answered.text(), "a score where a choice was asked for");
  }

  private Reading reading(JudgeReply.Answered answered) {
    return form.reader().read(new JudgeText(answered.text(), answered.finishReason(), "", ""));
  }
}
