package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;

/**
 * A reply and what it cost.
 *
 * @param model as the endpoint named it; empty where it did not
 * @param promptTokens 0 where the endpoint did not say
 * @param completionTokens 0 where the endpoint did not say
 * @param metered whether the endpoint said what it used
 * @param cost of the tokens, in the currency of the settings; by an estimate where it did not
 */
public record ChatAnswer(
    JudgeReply reply,
    String model,
    long promptTokens,
    long completionTokens,
    boolean metered,
    double cost) {
  public ChatAnswer {
    requireNonNull(reply, "reply is null");
    requireNonNull(model, "model is null");
  }

  static ChatAnswer failed(String reason) {
    return free(new JudgeReply.Failed(reason), "");
  }

  /** A reply for which nothing was used. */
  static ChatAnswer free(JudgeReply reply, String model) {
    return new ChatAnswer(reply, model, 0, 0, true, 0);
  }

  ChatAnswer costing(double price) {
    return new ChatAnswer(reply, model, promptTokens, completionTokens, metered, price);
  }
}
