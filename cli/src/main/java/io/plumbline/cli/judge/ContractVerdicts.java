package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.OrderVerdict;
import io.plumbline.api.v1alpha1.TranscriptEntry;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judgment.verdict.ShownOrder;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.Optional;
import java.util.OptionalDouble;

/** Verdicts as the pure modules know them, from the contract's. */
final class ContractVerdicts {
  private static final String STATE = "VERDICT_STATE_";

  private ContractVerdicts() {}

  static io.plumbline.judgment.verdict.Verdict read(Verdict message) {
    VerdictState state = state(message.getState().name());
    return new io.plumbline.judgment.verdict.Verdict(
        state,
        state == VerdictState.OK ? winner(message.getWinner()) : Optional.empty(),
        message.hasProbabilityA()
            ? OptionalDouble.of(message.getProbabilityA())
            : OptionalDouble.empty(),
        order(message.getForward()),
        message.hasReverse() ? Optional.of(order(message.getReverse())) : Optional.empty(),
        message.getDetail(),
        message.getTranscriptList().stream().map(ContractVerdicts::entry).toList());
  }

  private static io.plumbline.judgment.verdict.TranscriptEntry entry(TranscriptEntry message) {
    return new io.plumbline.judgment.verdict.TranscriptEntry(
        message.getStage(),
        switch (message.getOrder()) {
          case SHOWN_ORDER_FORWARD -> Optional.of(ShownOrder.FORWARD);
          case SHOWN_ORDER_REVERSE -> Optional.of(ShownOrder.REVERSE);
          default -> Optional.empty();
        },
        message.getSample(),
        message.getJuror(),
        message.getFromTools(),
        message.getText());
  }

  private static io.plumbline.judgment.verdict.OrderVerdict order(OrderVerdict message) {
    VerdictState state = state(message.getState().name());
    return new io.plumbline.judgment.verdict.OrderVerdict(
        state,
        state == VerdictState.OK ? winner(message.getWinner()) : Optional.empty(),
        message.hasProbabilityA()
            ? OptionalDouble.of(message.getProbabilityA())
            : OptionalDouble.empty(),
        message.getRawText(),
        "");
  }

  static VerdictState state(String name) {
    return VerdictState.valueOf(name.substring(STATE.length()));
  }

  private static Optional<Winner> winner(io.plumbline.api.v1alpha1.Winner winner) {
    return Optional.of(
        switch (winner) {
          case WINNER_A -> Winner.FIRST;
          case WINNER_B -> Winner.SECOND;
          default -> Winner.TIE;
        });
  }
}
