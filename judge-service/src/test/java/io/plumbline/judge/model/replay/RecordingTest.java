package io.plumbline.judge.model.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir Path folder;

  @Test
  void givesAnAnswerByItsMessagesWhereOneModelWasRecorded() throws IOException {
    Recording recording = recording(row("small", "d1", "A"), row("small", "d2", "B"));

    assertThat(text(recording.answer("d2", "k"))).contains("\"B\"");
    assertThat(text(recording.answer("of another seed", "k"))).contains("\"A\"");
    assertThat(text(recording.answer("of another seed", "k"))).contains("\"B\"");
  }

  // Nothing tells which of the two was meant.
  @Test
  void givesTheAnswersOfTwoModelsByTheWholeRequestAlone() throws IOException {
    Recording recording = recording(row("small", "d1", "A"), row("large", "d2", "B"));

    assertThat(text(recording.answer("d1", "k"))).contains("\"A\"");
    assertThat(text(recording.answer("d2", "k"))).contains("\"B\"");
    assertThat(recording.answer("of another seed", "k")).isEmpty();
    assertThat(recording.models()).containsExactly("large", "small");
  }

  // OpenAI's batch results have the model in the answer only.
  @Test
  void tellsTheModelsOfBatchResultsByTheirAnswers() throws IOException {
    String result =
        "{\"custom_id\":\"k\",\"response\":{\"body\":{\"model\":\"%s\",\"choices\":[]}}}";

    assertThat(recording(result.formatted("one"), result.formatted("one")).answer("d", "k"))
        .isPresent();
    assertThat(recording(result.formatted("one"), result.formatted("two")).answer("d", "k"))
        .isEmpty();
  }

  private static String row(String model, String digest, String letter) {
    return ("{\"key\":\"k\",\"digest\":\"%s\",\"request\":{\"model\":\"%s\"},"
            + "\"response\":{\"body\":{\"model\":\"snapshot\",\"text\":\"%s\"}}}")
        .formatted(digest, model, letter);
  }

  private Recording recording(String... rows) throws IOException {
    Path file = folder.resolve("recording.jsonl");
    Files.write(file, List.of(rows));
    return Recording.read(file, new ObjectMapper());
  }

  private static String text(Optional<byte[]> body) {
    return new String(body.orElseThrow(), StandardCharsets.UTF_8);
  }
}
