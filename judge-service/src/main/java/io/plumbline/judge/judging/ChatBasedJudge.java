package io.plumbline.judge.judging;

import io.plumbline.judge.model.chat.ChatModel;
import io.plumbline.judge.model.chat.Sampling;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Verdict;
import io.smallrye.mutiny.Uni;

/** Compares by asking a chat model according to a protocol. */
final class ChatBasedJudge implements Judge {
  private final ChatModel model;
  private final Sampling sampling;
  private final PairwiseProtocol protocol;
  private final String modelDigest;
  private final String templateDigest;

  ChatBasedJudge(ChatModel model, Sampling sampling, PairwiseProtocol protocol) {
    this.model = model;
    this.sampling = sampling;
    this.protocol = protocol;
    this.modelDigest = Digest.of(model.identity() + " " + sampling);
    this.templateDigest = Digest.of(String.join("\0", protocol.templates()));
  }

  @Override
  public Uni<Judged> judge(Question question) {
    Stopwatch stopwatch = Stopwatch.started();
    Illustration media = new Illustration(question.comparison());
    ProtocolRun<Verdict> run =
        new ProtocolRun<>(request -> model.answer(media.under(request), sampling));
    return run.drive(protocol.begin(question))
        .map(
            verdict ->
                new Judged(
                    verdict,
                    run.promptTokens(),
                    run.completionTokens(),
                    run.cost(),
                    stopwatch.elapsed(),
                    run.model().isEmpty() ? model.name() : run.model(),
                    modelDigest,
                    templateDigest));
  }
}
