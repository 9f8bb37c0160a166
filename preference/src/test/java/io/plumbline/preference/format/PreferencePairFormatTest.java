package io.plumbline.preference.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.preference.PreferencePair;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.PlainText;
import io.plumbline.preference.message.Role;
import io.plumbline.preference.message.TextPart;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PreferencePairFormatTest {
  private final JsonLinesReader<PreferencePair> reader =
      new JsonLinesReader<>(new PreferencePairFormat());

  @Test
  void readsPlainTextColumns() throws IOException {
    PreferencePair pair =
        only("{\"prompt\": \"The sky is\", \"chosen\": \" blue.\", \"rejected\": \" green.\"}");

    assertThat(pair.prompt()).isEqualTo(new PlainText("The sky is"));
    assertThat(pair.chosen().content().text()).isEqualTo(" blue.");
    assertThat(pair.rejected().content().text()).isEqualTo(" green.");
    assertThat(pair.margin()).isEmpty();
  }

  // The documented TRL example of an implicit prompt: the space goes to the completions.
  @Test
  void takesTheCommonBeginningAsPromptWithoutItsLastSpace() throws IOException {
    PreferencePair pair =
        only("{\"chosen\": \"The sky is blue.\", \"rejected\": \"The sky is green.\"}");

    assertThat(pair.prompt()).isEqualTo(new PlainText("The sky is"));
    assertThat(pair.chosen().content()).isEqualTo(new PlainText(" blue."));
    assertThat(pair.rejected().content()).isEqualTo(new PlainText(" green."));
  }

  @Test
  void takesCommonMessagesAsPrompt() throws IOException {
    PreferencePair pair =
        only(
            """
            {"chosen": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "A"}],\
             "rejected": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "B"}]}
            """);

    assertThat(pair.prompt()).isEqualTo(new Conversation(List.of(Message.text(Role.USER, "Hi"))));
    assertThat(pair.chosen().content().text()).isEqualTo("A");
    assertThat(pair.rejected().content().text()).isEqualTo("B");
  }

  @Test
  void readsMediaPartsByAddressAndInline() throws IOException {
    PreferencePair pair =
        only(
            """
            {"prompt": [{"role": "user", "content": [{"type": "text", "text": "What is this?"},\
             {"type": "image", "image": "https://example.org/a.png"},\
             {"type": "audio", "audio": "data:audio/wav;base64,UklGRg=="}]}],\
             "chosen": "A cat.", "rejected": "A dog."}
            """);

    Message message = ((Conversation) pair.prompt()).messages().get(0);
    assertThat(message.parts())
        .containsExactly(
            new TextPart("What is this?"),
            new MediaPart(MediaKind.IMAGE, new MediaSource.Uri("https://example.org/a.png")),
            new MediaPart(MediaKind.AUDIO, new MediaSource.Inline("audio/wav", "UklGRg==")));
  }

  @Test
  void takesTheDifferenceOfScoresAsMargin() throws IOException {
    PreferencePair pair =
        only(
            "{\"prompt\": \"p\", \"chosen\": \"c\", \"rejected\": \"r\","
                + " \"score_chosen\": 8.5, \"score_rejected\": 6.0}");

    assertThat(pair.margin()).isEqualTo(OptionalDouble.of(2.5));
  }

  @Test
  void reportsBadRowsWithFileLineAndFieldAndReadsOn() throws IOException {
    JsonLinesReader.Rows<PreferencePair> rows =
        reader.readAll(
            "pairs.jsonl",
            new StringReader(
                """
                {"prompt": "p", "chosen": "c"}
                not json

                [1, 2]
                {"prompt": "p", "chosen": "c", "rejected": [{"role": "robot", "content": "x"}]}
                {"prompt": "p", "chosen": "c", "rejected": "r", "probability": 1.5}
                {"prompt": "p", "chosen": "c", "rejected": "r", "margin": -1}
                {"prompt": "p", "chosen": "c", "rejected": "r"}
                """));

    assertThat(rows.values()).hasSize(1);
    assertThat(rows.badRows().stream().map(BadRow::line)).containsExactly(1L, 2L, 4L, 5L, 6L, 7L);
    assertThat(rows.badRows().get(0).message()).isEqualTo("pairs.jsonl:1: rejected: is missing");
    assertThat(rows.badRows().get(3).message())
        .isEqualTo(
            "pairs.jsonl:5: rejected[0].role: 'robot' is none of system, developer, user,"
                + " assistant, tool");
    assertThat(rows.badRows().get(4).field()).isEqualTo("probability");
    assertThat(rows.badRows().get(5).field()).isEqualTo("margin");
  }

  @Test
  void writesWhatItReads() throws IOException {
    String line =
        "{\"id\":\"7\",\"prompt\":[{\"role\":\"user\",\"content\":\"Hi\\n\\\"you\\\"\"}],"
            + "\"chosen\":\"c\",\"rejected\":\"r\",\"chosen_source\":\"tuned\",\"margin\":0.5,"
            + "\"probability\":0.9,\"annotator\":\"relevance\"}\n";
    StringWriter written = new StringWriter();

    new JsonLinesWriter<>(new PreferencePairFormat(), written).write(only(line));

    assertThat(written).hasToString(line);
  }

  private PreferencePair only(String line) throws IOException {
    JsonLinesReader.Rows<PreferencePair> rows = reader.readAll("f", new StringReader(line));
    assertThat(rows.badRows()).isEmpty();
    assertThat(rows.values()).hasSize(1);
    return rows.values().get(0);
  }
}
