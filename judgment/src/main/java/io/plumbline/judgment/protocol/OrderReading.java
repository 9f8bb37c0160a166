package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.LabelProbabilities;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;

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
    Optional<double[]> shares =
        new LabelProbabilities(answered.firstToken()).shares(form.labels().all());
    if (shares.isPresent()) {
      return byProbabilities(shares.get(), answered.text());
    }
    if (form.source() == VerdictSource.PROBABILITIES_OR_TEXT) {
      return byText(answered);
    }
    return answered.firstToken().isEmpty()
        ? OrderVerdict.none(
            VerdictState.NO_LOGPROBS, answered.text(), "the model gave no log-probabilities")
        : unlikely(answered);
  }

  // A tie is half a win of either; the likeliest label is the verdict.
  private static OrderVerdict byProbabilities(double[] shares, String text) {
    double tie = shares.length == 2 ? 0 : shares[2];
    Winner winner =
        shares[0] > Math.max(shares[1], tie)
            ? Winner.FIRST
            : shares[1] > Math.max(shares[0], tie) ? Winner.SECOND : Winner.TIE;
    return OrderVerdict.ofProbability(winner, Math.min(1, shares[0] + tie / 2), text);
  }

  private OrderVerdict unlikely(JudgeReply.Answered answered) {
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
