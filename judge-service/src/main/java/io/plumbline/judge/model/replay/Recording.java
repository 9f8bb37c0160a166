package io.plumbline.judge.model.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Recorded answers by request: those of a {@link Recorder}, or rows of OpenAI's batch results,
 * whose {@code custom_id} is the key. A request that was recorded several times gets its answers in
 * turn.
 */
public final class Recording {
  private final Map<String, Answers> byId = new HashMap<>();
  private final Set<String> models = new TreeSet<>();

  private record Answers(List<byte[]> bodies, AtomicInteger next) {
    byte[] take() {
      return bodies.get(Math.floorMod(next.getAndIncrement(), bodies.size()));
    }
  }

  private Recording() {}

  /**
   * @throws IOException if the file cannot be read, or a row is none, with its line
   */
  public static Recording read(Path file, ObjectMapper mapper) throws IOException {
    Recording recording = new Recording();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          recording.add(row(file, number, line, mapper), file + " line " + number);
        }
      }
    }
    return recording;
  }

  private static JsonNode row(Path file, long number, String line, ObjectMapper mapper)
      throws IOException {
    try {
      return mapper.readTree(line);
    } catch (IOException malformed) {
      throw new IOException(file + " line " + number + " is no JSON object", malformed);
    }
  }

  private void add(JsonNode row, String place) throws IOException {
    JsonNode body = row.path("response").path("body");
    String key = row.path("key").asText(row.path("custom_id").asText());
    String digest = row.path("digest").asText();
    if (!body.isObject() || key.isEmpty() && digest.isEmpty()) {
      throw new IOException(place + " has no response.body, or neither key nor digest");
    }
    models.add(row.path("request").path("model").asText(body.path("model").asText()));
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    for (String id : List.of(digest, key)) {
      if (!id.isEmpty()) {
        byId.computeIfAbsent(id, any -> new Answers(new ArrayList<>(), new AtomicInteger()))
            .bodies()
            .add(bytes);
      }
    }
  }

  /**
   * The recorded body for the whole request, or else for its messages alone; the latter only where
   * one model was recorded, since nothing tells whose answer is wanted.
   */
  public Optional<byte[]> answer(String digest, String key) {
    Answers answers = byId.get(digest);
    if (answers == null && models.size() == 1) {
      answers = byId.get(key);
    }
    return Optional.ofNullable(answers).map(Answers::take);
  }

  /** The models that were recorded, by the names in their requests or else in their answers. */
  public Set<String> models() {
    return Collections.unmodifiableSet(models);
  }

  /** How many requests have an answer, counted by their identities. */
  public int size() {
    return byId.size();
  }
}
