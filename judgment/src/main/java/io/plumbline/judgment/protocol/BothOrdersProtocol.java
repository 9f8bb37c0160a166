package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
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
  public Step<Verdict> begin(Comparison comparison, String principle) {
    return new Step.Ask<>(
        List.of(request(comparison, principle), request(comparison.swapped(), principle)),
        replies ->
            new Step.Done<>(
                BothOrders.combine(
                    orders.read(replies.get(0)), orders.read(replies.get(1)).swapped())));
  }

  private JudgeRequest request(Comparison shown, String principle) {
    return new JudgeRequest(
        form.template().fill(PairwiseValues.of(shown, principle)),
        form.source() == VerdictSource.TEXT
            ? List.of()
            : List.of(form.labels().first(), form.labels().second()),
        form.maximumTokens());
  }
}
