package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the judge write one text after another, then asks for the verdict in both orders with these
 * texts as material. A text that cannot be had ends the protocol in its state.
 */
final class StagedProtocol implements PairwiseProtocol {
  private static final int STAGE_TOKENS = 700;

  private final List<Stage> stages;
  private final BothOrdersProtocol verdict;

  StagedProtocol(List<Stage> stages, PairwiseForm form) {
    this.stages = List.copyOf(stages);
    this.verdict = new BothOrdersProtocol(form);
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return stage(0, question, question.swapped());
  }

  @Override
  public List<String> templates() {
    return Stream.concat(
            stages.stream().map(stage -> stage.template().source()), verdict.templates().stream())
        .toList();
  }

  private Step<Verdict> stage(int index, Question forward, Question reverse) {
    if (index == stages.size()) {
      return verdict.verdict(forward, reverse);
    }
    Stage stage = stages.get(index);
    List<JudgeRequest> requests =
        stage.seesAnswers()
            ? List.of(request(stage, forward), request(stage, reverse))
            : List.of(request(stage, forward));
    return new Step.Ask<>(
        requests,
        replies -> {
          JudgeReply last = replies.get(replies.size() - 1);
          Optional<OrderVerdict> missing =
              replies.stream().flatMap(reply -> missing(stage, reply).stream()).findFirst();
          if (missing.isPresent()) {
            return new Step.Done<>(BothOrders.combine(missing.get(), missing.get()));
          }
          return stage(
              index + 1,
              forward.with(stage.name(), stage.work().apply(text(replies.get(0)))),
              reverse.with(stage.name(), stage.work().apply(text(last))));
        });
  }

  private static JudgeRequest request(Stage stage, Question question) {
    return new JudgeRequest(
        stage.template().fill(PairwiseValues.of(question)), List.of(), STAGE_TOKENS);
  }

  private static Optional<OrderVerdict> missing(Stage stage, JudgeReply reply) {
    if (reply instanceof JudgeReply.Failed failed) {
      return Optional.of(OrderVerdict.none(VerdictState.FAILED, "", failed.reason()));
    }
    JudgeReply.Answered answered = (JudgeReply.Answered) reply;
    if (!answered.refusal().isEmpty()) {
      return Optional.of(
          OrderVerdict.none(
              VerdictState.REFUSED, answered.refusal(), "refused at stage " + stage.name()));
    }
    return answered.text().isBlank()
        ? Optional.of(
            OrderVerdict.none(
                VerdictState.UNPARSEABLE, "", "nothing was written at stage " + stage.name()))
        : Optional.empty();
  }

  private static String text(JudgeReply reply) {
    return ((JudgeReply.Answered) reply).text();
  }
}
