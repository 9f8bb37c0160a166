package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.replay.Recorder;
import io.plumbline.service.http.HttpAnswer;
import io.plumbline.service.http.HttpEndpoint;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/** An OpenAI-compatible endpoint. */
final class HttpUpstream implements Upstream {
  private static final String PATH = "/chat/completions";

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
    Uni<HttpAnswer> response = endpoint.post(PATH, key.get(), call.body());
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
}
