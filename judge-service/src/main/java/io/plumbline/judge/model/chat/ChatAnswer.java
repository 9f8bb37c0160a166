package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;

/**
 * A reply and what it cost.
 *
 * @param model as the endpoint named it; empty where it did not
 * @param cost of the tokens, in the currency of the settings
 */
public record ChatAnswer(
    JudgeReply reply, String model, long promptTokens, long completionTokens, double cost) {
  public ChatAnswer {
    requireNonNull(reply, "reply is null");
    requireNonNull(model, "model is null");
  }

  static ChatAnswer failed(String reason) {
    return new ChatAnswer(new JudgeReply.Failed(reason), "", 0, 0, 0);
  }

  ChatAnswer costing(double price) {
    return new ChatAnswer(reply, model, promptTokens, completionTokens, price);
  }
}
