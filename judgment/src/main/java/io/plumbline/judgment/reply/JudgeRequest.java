package io.plumbline.judgment.reply;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Message;
import java.util.List;

/**
 * One completion that a protocol needs.
 *
 * @param labels the answers whose log-probabilities are wanted at the first token; empty if none
 * @param maximumTokens of the answer, at least 1
 */
public record JudgeRequest(List<Message> messages, List<String> labels, int maximumTokens) {
  public JudgeRequest {
    messages = List.copyOf(requireNonNull(messages, "messages is null"));
    labels = List.copyOf(requireNonNull(labels, "labels is null"));
    if (maximumTokens < 1) {
      throw new IllegalArgumentException("maximumTokens is " + maximumTokens + ", below 1");
    }
  }
}
