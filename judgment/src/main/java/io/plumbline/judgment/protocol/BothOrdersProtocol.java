package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.Verdict;
import java.util.List;

/** Asks once in each order and combines the answers by {@link BothOrders}. */
public final class BothOrdersProtocol implements PairwiseProtocol {
  private final PairwiseForm form;
  private final OrderReading orders;

  public BothOrdersProtocol(PairwiseForm form) {
    this.form = requireNonNull(form, "form is null");
    this.orders = new OrderReading(form);
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return verdict(question, question.swapped());
  }

  @Override
  public List<String> templates() {
    return List.of(form.template().source());
  }

  /**
   * Asks for the verdicts of one comparison in both orders.
   *
   * @param reverse the same question with its completions exchanged, and material of its own
   */
  Step<Verdict> verdict(Question forward, Question reverse) {
    return new Step.Ask<>(
        List.of(request(forward), request(reverse)),
        replies ->
            new Step.Done<>(
                BothOrders.combine(
                    orders.read(replies.get(0)), orders.read(replies.get(1)).swapped())));
  }

  private JudgeRequest request(Question shown) {
    return new JudgeRequest(
        form.template().fill(PairwiseValues.of(shown)),
        form.source() == VerdictSource.TEXT ? List.of() : form.labels().all(),
        form.maximumTokens());
  }
}
