package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.guard.FailureReason;
import io.plumbline.judge.model.guard.TransientFailureException;
import io.plumbline.judge.model.replay.Recorder;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** An OpenAI-compatible endpoint. */
final class HttpUpstream implements Upstream {
  private final HttpEndpoint endpoint;
  private final Supplier<Optional<String>> key;
  private final AnswerReader answers;
  private final Optional<Recorder> recorder;

  HttpUpstream(
      HttpEndpoint endpoint,
      Supplier<Optional<String>> key,
      AnswerReader answers,
      Optional<Recorder> recorder) {
    this.endpoint = endpoint;
    this.key = key;
    this.answers = answers;
    this.recorder = recorder;
  }

  @Override
  public Uni<ChatAnswer> ask(ChatCall call) {
    Uni<HttpAnswer> response =
        endpoint.post(key.get(), call.body()).onFailure().transform(HttpUpstream::lost);
    return recorder.isEmpty()
        ? response.map(answers::read)
        : response.chain(
            given -> {
              ChatAnswer answer = answers.read(given);
              return recorder
                  .get()
                  .record(call.request(), call.body(), given.body())
                  .replaceWith(answer);
            });
  }

  // Nothing came back: refused, reset or closed connections may work the next time.
  private static Throwable lost(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return failure;
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return new TransientFailureException(
        "connection: " + FailureReason.of(cause), Optional.empty(), false);
  }
}
