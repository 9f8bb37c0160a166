package io.plumbline.judge.judging;

import io.plumbline.judge.model.chat.CachedChatModel;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import io.smallrye.mutiny.Uni;

/** Compares by asking a chat model according to a protocol. */
final class ChatBasedJudge implements Judge {
  private final CachedChatModel model;
  private final double temperature;
  private final PairwiseProtocol protocol;
  private final String modelDigest;
  private final String templateDigest;

  ChatBasedJudge(CachedChatModel model, double temperature, PairwiseProtocol protocol) {
    this.model = model;
    this.temperature = temperature;
    this.protocol = protocol;
    this.modelDigest = Digest.of(model.identity() + " " + temperature);
    this.templateDigest = Digest.of(String.join("\0", protocol.templates()));
  }

  @Override
  public Uni<Judged> judge(Question question) {
    Stopwatch stopwatch = Stopwatch.started();
    ProtocolRun<Verdict> run = new ProtocolRun<>(request -> model.answer(request, temperature));
    return run.drive(protocol.begin(question))
        .map(
            verdict ->
                new Judged(
                    verdict,
                    run.promptTokens(),
                    run.completionTokens(),
                    stopwatch.elapsed(),
                    run.model().isEmpty() ? model.name() : run.model(),
                    modelDigest,
                    templateDigest));
  }
}
