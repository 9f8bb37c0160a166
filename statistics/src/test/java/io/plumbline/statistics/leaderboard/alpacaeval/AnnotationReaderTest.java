package io.plumbline.statistics.leaderboard.alpacaeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationReaderTest {

  @Test
  void measuresOutputsInCodePoints() throws IOException {
    List<Annotation> annotations =
        read(
            """
            [{"instruction": "hi", "output_1": "a\\ud83d\\ude00", "generator_1": "b",
              "output_2": "", "generator_2": "m", "annotator": "j", "preference": 1.25,
              "extra": {"nested": [1, 2]}}]
            """);

    // The emoji is one character in Python, two chars in Java.
    assertThat(annotations).containsExactly(new Annotation("hi", "b", "m", 1.25, 2, 0));
  }

  @Test
  void keepsMissingVerdictsAndOutputsAsMissing() throws IOException {
    List<Annotation> annotations =
        read(
            """
            {"instruction": "p", "generator_1": "b", "generator_2": "m", "preference": null}
            {"instruction": "q", "generator_1": "b", "generator_2": "m", "preference": NaN}
            """);

    assertThat(annotations).hasSize(2);
    assertThat(annotations.get(0).preference()).isNaN();
    assertThat(annotations.get(1).preference()).isNaN();
    assertThat(annotations.get(0).firstLength()).isEqualTo(-1);
  }

  @Test
  void namesTheLineOfATruncatedFile() {
    assertThatIOException()
        .isThrownBy(() -> read("[\n{\"instruction\": \"p\", \"generator_1\": \"b\""))
        .withMessageContaining("f.json, line 2, after 0 annotations");
  }

  @Test
  void namesAMissingField() {
    assertThatIOException()
        .isThrownBy(() -> read("[{\"instruction\": \"p\", \"generator_1\": \"b\"}]"))
        .withMessageContaining("f.json, line 1")
        .withMessageContaining("no generator_2");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatIOException().isThrownBy(() -> read("[]")).withMessageContaining("no annotation");
  }

  private static List<Annotation> read(String text) throws IOException {
    return AnnotationReader.read(new StringReader(text), "f.json");
  }
}
