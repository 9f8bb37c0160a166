package io.plumbline.judge.model.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends requests and their answers to a file, one JSON object a line: {@code key} (the {@link
 * RequestKey}), {@code digest} of the whole request, {@code request} and {@code response}, the
 * latter in the form of OpenAI's batch results. {@code plumbline judge compare --answers} reads it
 * too.
 */
public final class Recorder {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final Uni<AsyncFile> open;

  public Recorder(Vertx vertx, Path file) {
    this.file = file;
    this.open =
        vertx
            .fileSystem()
            .open(file.toString(), new OpenOptions().setAppend(true).setCreate(true))
            .memoize()
            .indefinitely();
  }

  /** Completes when the line is written, so that no more lines wait than calls are under way. */
  public Uni<Void> record(JudgeRequest request, byte[] body, byte[] answer) {
    return open.chain(to -> to.write(Buffer.buffer(line(request, body, answer))))
        .onFailure()
        .transform(
            failure ->
                new UncheckedIOException(
                    "cannot record to "
                        + file
                        + ": "
                        + failure.getMessage()
                        + "; see plumbline.judge.chat.*.record",
                    new IOException(failure)));
  }

  private static byte[] line(JudgeRequest request, byte[] body, byte[] answer) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + answer.length + 256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("key", RequestKey.of(request));
      json.writeStringField("digest", RequestDigest.of(body));
      json.writeFieldName("request");
      json.writeRawValue(new String(body, StandardCharsets.UTF_8));
      json.writeObjectFieldStart("response");
      json.writeNumberField("status_code", 200);
      json.writeFieldName("body");
      // An endpoint may answer over several lines; a record has one.
      json.writeRawValue(
          new String(answer, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' '));
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    line.write('\n');
    return line.toByteArray();
  }
}
