package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.guard.FailureReason;
import io.plumbline.judge.model.guard.TransientFailureException;
import io.plumbline.judge.model.replay.Recorder;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** An OpenAI-compatible endpoint. */
final class HttpUpstream implements Upstream {
  private final ChatCompletions completions;
  private final Supplier<Optional<String>> key;
  private final AnswerReader answers;
  private final Optional<Recorder> recorder;

  HttpUpstream(
      ChatCompletions completions,
      Supplier<Optional<String>> key,
      AnswerReader answers,
      Optional<Recorder> recorder) {
    this.completions = completions;
    this.key = key;
    this.answers = answers;
    this.recorder = recorder;
  }

  @Override
  public Uni<ChatAnswer> ask(JudgeRequest request, byte[] body) {
    Uni<RestResponse<byte[]>> response =
        completions
            .complete(key.get().map(secret -> "Bearer " + secret).orElse(null), body)
            .onFailure()
            .transform(HttpUpstream::lost);
    return recorder.isEmpty()
        ? response.map(answers::read)
        : response.chain(
            given -> {
              ChatAnswer answer = answers.read(given);
              return recorder
                  .get()
                  .record(request, body, AnswerReader.body(given))
                  .replaceWith(answer);
            });
  }

  // Nothing came back: refused, reset or closed connections may work the next time.
  private static RuntimeException lost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return new TransientFailureException(
        "connection: " + FailureReason.of(cause), Optional.empty(), false);
  }
}
