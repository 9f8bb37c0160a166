package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.service.guard.PermanentFailureException;
import io.plumbline.service.guard.TransientFailureException;
import io.plumbline.service.http.HttpAnswer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a chat completion's answer; whatever is not one becomes a failure with its name. */
final class AnswerReader {
  private final ObjectReader json;

  AnswerReader(ObjectMapper mapper) {
    this.json = mapper.readerFor(ChatResponse.class);
  }

  ChatAnswer read(HttpAnswer response) {
    response.requireNoPassingFailure();
    if (response.status() != 200) {
      throw new PermanentFailureException(
          "HTTP " + response.status() + ": " + HttpAnswer.quote(response.body()));
    }
    if (!response.whole()) {
      throw new PermanentFailureException(
          "answer too large: more than "
              + response.body().length
              + " bytes; plumbline.judge.chat.*.largest-answer allows more");
    }
    return answer(parsed(response.body()));
  }

  /** Reads the body of a good answer. */
  ChatAnswer read(byte[] body) {
    return answer(parsed(body));
  }

  private ChatResponse parsed(byte[] body) {
    try {
      ChatResponse response = json.readValue(body);
      if (response != null && response.choices() != null && !response.choices().isEmpty()) {
        return response;
      }
    } catch (IOException unreadable) {
      throw broken("no valid JSON: " + HttpAnswer.quote(body));
    }
    throw broken("no choices in the answer: " + HttpAnswer.quote(body));
  }

  private static ChatAnswer answer(ChatResponse response) {
    ChatResponse.Choice choice = response.choices().get(0);
    if (choice == null || choice.message() == null) {
      throw broken("no message in the answer");
    }
    ChatResponse.TokenUsage usage = response.usage();
    return new ChatAnswer(
        new JudgeReply.Answered(
            orEmpty(choice.message().content()),
            orEmpty(choice.finishReason()),
            orEmpty(choice.message().refusal()),
            firstToken(choice.logprobs())),
        orEmpty(response.model()),
        usage == null ? 0 : usage.promptTokens(),
        usage == null ? 0 : usage.completionTokens(),
        usage != null,
        0);
  }

  // The first position with a visible token: some models begin an answer with a space or line end.
  private static Map<String, Double> firstToken(ChatResponse.LogProbabilities logprobs) {
    if (logprobs == null || logprobs.content() == null) {
      return Map.of();
    }
    Optional<ChatResponse.Position> first =
        logprobs.content().stream()
            .filter(position -> position.token() != null && !position.token().isBlank())
            .findFirst();
    Map<String, Double> tokens = new HashMap<>();
    first
        .map(ChatResponse.Position::topLogprobs)
        .orElse(List.of())
        .forEach(token -> put(tokens, token.token(), token.logprob()));
    first.ifPresent(position -> put(tokens, position.token(), position.logprob()));
    return tokens;
  }

  private static void put(Map<String, Double> tokens, String token, Double logprob) {
    if (token != null && logprob != null && !logprob.isNaN() && logprob <= 0) {
      tokens.put(token, logprob);
    }
  }

  // A body cut short or garbled on its way may be whole the next time.
  private static TransientFailureException broken(String message) {
    return new TransientFailureException(message, Optional.empty(), false);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
