package io.plumbline.judge.judging;

import io.plumbline.judge.model.chat.ChatModel;
import io.plumbline.judgment.protocol.BothOrdersProtocol;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.StandardPairwise;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import io.smallrye.mutiny.Uni;

/** Compares by asking a chat model in both orders. */
final class ChatBasedJudge implements Judge {
  private final ChatModel model;
  private final String principle;
  private final double temperature;
  private final PairwiseProtocol protocol;

  ChatBasedJudge(ChatModel model, String principle, double temperature) {
    this.model = model;
    this.principle = principle;
    this.temperature = temperature;
    this.protocol = new BothOrdersProtocol(StandardPairwise.form(model.source()));
  }

  @Override
  public Uni<Judged> judge(Comparison comparison) {
    Stopwatch stopwatch = Stopwatch.started();
    ProtocolRun<Verdict> run = new ProtocolRun<>(request -> model.answer(request, temperature));
    return run.drive(protocol.begin(comparison, principle))
        .map(
            verdict ->
                new Judged(
                    verdict,
                    run.promptTokens(),
                    run.completionTokens(),
                    stopwatch.elapsed(),
                    run.model().isEmpty() ? model.name() : run.model(),
                    Digest.of(model.identity() + " " + temperature),
                    Digest.of(StandardPairwise.TEMPLATE)));
  }
}
