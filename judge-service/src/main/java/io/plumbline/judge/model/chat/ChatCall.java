package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeRequest;

/**
 * A request as it is sent.
 *
 * @param request what a protocol asked for
 * @param body its JSON for the endpoint
 * @param maximumTokens that the answer may have, reasoning included
 */
record ChatCall(JudgeRequest request, byte[] body, int maximumTokens) {
  ChatCall {
    requireNonNull(request, "request is null");
    requireNonNull(body, "body is null");
  }

  static ChatCall of(String model, JudgeRequest request, Sampling sampling) {
    return new ChatCall(
        request,
        RequestBody.of(model, request, sampling),
        sampling.maximumTokens().orElse(request.maximumTokens()));
  }
}
