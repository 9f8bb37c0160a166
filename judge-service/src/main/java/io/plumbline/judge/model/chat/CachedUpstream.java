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
 * tokens and says so. Only a {@link WholeAnswer} is kept.
 */
final class CachedUpstream implements Upstream {
  private final Upstream upstream;
  private final AnswerCache cache;
  private final ModelMetrics metrics;
  private final byte[] identity;
  private final boolean probabilities;
  private final SharedCalls<ChatAnswer> calls = new SharedCalls<>(this::shared);

  /**
   * @param identity of the model, which is part of every key with the whole request
   * @param probabilities whether an answer without those that were asked for is of no use
   */
  CachedUpstream(
      Upstream upstream,
      AnswerCache cache,
      ModelMetrics metrics,
      String identity,
      boolean probabilities) {
    this.upstream = upstream;
    this.cache = cache;
    this.metrics = metrics;
    this.probabilities = probabilities;
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
              if (kept == null || !isWhole(answered(kept), call)) {
                return upstream.ask(call).invoke(answer -> keep(key, call, answer));
              }
              metrics.cached();
              return Uni.createFrom().item(ChatAnswer.free(answered(kept), kept.model()));
            });
  }

  private boolean isWhole(JudgeReply.Answered answer, ChatCall call) {
    return WholeAnswer.is(answer, call.request(), probabilities);
  }

  private ChatAnswer shared(ChatAnswer answer) {
    metrics.shared();
    return ChatAnswer.free(answer.reply(), answer.model());
  }

  private void keep(String key, ChatCall call, ChatAnswer answer) {
    if (answer.reply() instanceof JudgeReply.Answered answered && isWhole(answered, call)) {
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

  private static JudgeReply.Answered answered(CachedAnswer kept) {
    return new JudgeReply.Answered(
        kept.text(), kept.finishReason(), kept.refusal(), kept.firstToken());
  }
}
