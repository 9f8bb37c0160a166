package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.cache.AnswerCache;
import io.plumbline.judge.model.cache.CachedAnswer;
import io.plumbline.judge.model.cache.SharedCalls;
import io.plumbline.judge.model.metrics.ModelMetrics;
import io.plumbline.judge.model.replay.RequestDigest;
import io.plumbline.judgment.reply.JudgeReply;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;

/**
 * Asks once for what is asked again, at the same time or later. A kept or shared answer costs no
 * tokens and says so.
 */
final class CachedUpstream implements Upstream {
  private final Upstream upstream;
  private final AnswerCache cache;
  private final ModelMetrics metrics;
  private final byte[] identity;
  private final SharedCalls<ChatAnswer> calls = new SharedCalls<>(this::shared);

  /**
   * @param identity of the model, which is part of every key with the whole request
   */
  CachedUpstream(Upstream upstream, AnswerCache cache, ModelMetrics metrics, String identity) {
    this.upstream = upstream;
    this.cache = cache;
    this.metrics = metrics;
    this.identity = (identity + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Uni<ChatAnswer> ask(ChatCall call) {
    String key = RequestDigest.of(identity, call.body());
    return calls.ask(key, () -> known(key, call));
  }

  private Uni<ChatAnswer> known(String key, ChatCall call) {
    return cache
        .find(key)
        .chain(
            kept -> {
              if (kept == null) {
                return upstream.ask(call).invoke(answer -> keep(key, answer));
              }
              metrics.cached();
              return Uni.createFrom().item(answer(kept));
            });
  }

  private ChatAnswer shared(ChatAnswer answer) {
    metrics.shared();
    return new ChatAnswer(answer.reply(), answer.model(), 0, 0, 0);
  }

  private void keep(String key, ChatAnswer answer) {
    if (answer.reply() instanceof JudgeReply.Answered answered) {
      cache.keep(
          key,
          new CachedAnswer(
              answered.text(),
              answered.finishReason(),
              answered.refusal(),
              answered.firstToken(),
              answer.model()));
    }
  }

  private static ChatAnswer answer(CachedAnswer kept) {
    return new ChatAnswer(
        new JudgeReply.Answered(
            kept.text(), kept.finishReason(), kept.refusal(), kept.firstToken()),
        kept.model(),
        0,
        0,
        0);
  }
}
