package io.plumbline.judge.model.chat;

import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;

/** Where answers come from: an endpoint or a recording. */
@FunctionalInterface
interface Upstream {
  /**
   * One attempt; it fails where there is no answer.
   *
   * @param body the request as it is sent
   */
  Uni<ChatAnswer> ask(JudgeRequest request, byte[] body);
}
