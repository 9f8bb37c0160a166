package io.plumbline.judge.judging;

import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.preference.Comparison;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Compares by asking a chat model according to a protocol. */
final class ChatBasedJudge implements Judge {
  private final ChatAsking model;
  private final PairwiseProtocol protocol;
  private final String templateDigest;

  ChatBasedJudge(ChatAsking model, PairwiseProtocol protocol) {
    this.model = model;
    this.protocol = protocol;
    this.templateDigest = Digest.of(String.join("\0", protocol.templates()));
  }

  @Override
  public Uni<Judged> judge(Question question) {
    Comparison shown = question.comparison();
    return model
        .ask(
            protocol.begin(question),
            protocol.showsMedia()
                ? List.of()
                : List.of(shown.prompt(), shown.first().content(), shown.second().content()))
        .map(
            asked ->
                new Judged(
                    asked.value(),
                    asked.promptTokens(),
                    asked.completionTokens(),
                    asked.cost(),
                    asked.latency(),
                    asked.model(),
                    asked.modelDigest(),
                    templateDigest));
  }
}
