package io.plumbline.judge.model.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.judge.model.guard.FailureReason;
import io.plumbline.judge.model.guard.ModelGuard;
import io.plumbline.judge.model.guard.PermanentFailureException;
import io.plumbline.judge.model.guard.TransientFailureException;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** One configured endpoint and model. */
public final class ChatModel {
  private static final int ALTERNATIVES = 20;

  private final String endpoint;
  private final String name;
  private final VerdictSource source;
  private final ChatCompletions completions;
  private final Supplier<Optional<String>> key;
  private final ModelGuard guard;
  private final AnswerReader answers;

  ChatModel(
      String endpoint,
      String name,
      VerdictSource source,
      ChatCompletions completions,
      Supplier<Optional<String>> key,
      ModelGuard guard,
      AnswerReader answers) {
    this.endpoint = endpoint;
    this.name = name;
    this.source = source;
    this.completions = completions;
    this.key = key;
    this.guard = guard;
    this.answers = answers;
  }

  /** The model's name at its endpoint. */
  public String name() {
    return name;
  }

  /** What identifies the model: where it is asked and under which name. */
  public String identity() {
    return endpoint + " " + name;
  }

  public VerdictSource source() {
    return source;
  }

  /** Answers, or says after all retries why not; it never fails. */
  public Uni<ChatAnswer> answer(JudgeRequest request, double temperature) {
    ChatRequest body = body(request, temperature);
    return guard
        .call(() -> attempt(body))
        .onFailure()
        .recoverWithItem(failure -> ChatAnswer.failed(FailureReason.of(failure)));
  }

  private Uni<ChatAnswer> attempt(ChatRequest body) {
    return completions
        .complete(key.get().map(secret -> "Bearer " + secret).orElse(null), body)
        .onFailure()
        .transform(ChatModel::lost)
        .map(answers::read);
  }

  // Nothing came back: refused, reset or closed connections may work the next time.
  private static RuntimeException lost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    if (cause instanceof JsonProcessingException) {
      return new PermanentFailureException("request cannot be written: " + cause.getMessage());
    }
    return new TransientFailureException(
        "connection: " + FailureReason.of(cause), Optional.empty(), false);
  }

  private ChatRequest body(JudgeRequest request, double temperature) {
    boolean wantsLabels = !request.labels().isEmpty();
    return new ChatRequest(
        name,
        request.messages().stream()
            .map(message -> new ChatRequest.ChatTurn(message.role().wireName(), message.text()))
            .toList(),
        temperature,
        request.maximumTokens(),
        wantsLabels ? true : null,
        wantsLabels ? ALTERNATIVES : null);
  }
}
