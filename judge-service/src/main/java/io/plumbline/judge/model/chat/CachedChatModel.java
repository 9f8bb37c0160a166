package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import io.plumbline.judge.model.cache.AnswerCache;
import io.plumbline.judge.model.cache.CachedAnswer;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;

/**
 * A chat model whose answers are kept. Only what is asked at temperature 0 is: any other answer is
 * one draw of many. A kept answer costs no tokens and says so.
 */
public final class CachedChatModel {
  private final ChatModel model;
  private final AnswerCache cache;
  private final boolean enabled;

  CachedChatModel(ChatModel model, AnswerCache cache, boolean enabled) {
    this.model = requireNonNull(model, "model is null");
    this.cache = requireNonNull(cache, "cache is null");
    this.enabled = enabled;
  }

  /** The model's name at its endpoint. */
  public String name() {
    return model.name();
  }

  /** What identifies the model: where it is asked and under which name. */
  public String identity() {
    return model.identity();
  }

  public VerdictSource source() {
    return model.source();
  }

  /** Answers, or says after all retries why not; it never fails. */
  public Uni<ChatAnswer> answer(JudgeRequest request, double temperature) {
    if (!enabled || temperature != 0) {
      return model.answer(request, temperature);
    }
    String key = RequestKey.of(request, model.identity());
    return cache
        .find(key)
        .chain(
            kept ->
                kept != null
                    ? Uni.createFrom().item(answer(kept))
                    : model.answer(request, temperature).invoke(answer -> keep(key, answer)));
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
        0);
  }
}
