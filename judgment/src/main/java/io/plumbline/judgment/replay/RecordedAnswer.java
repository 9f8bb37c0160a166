package io.plumbline.judgment.replay;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;

/** An answer and the {@link RequestKey} of what was asked. */
public record RecordedAnswer(String key, JudgeReply.Answered answer) {
  public RecordedAnswer {
    requireNonNull(key, "key is null");
    requireNonNull(answer, "answer is null");
  }
}
