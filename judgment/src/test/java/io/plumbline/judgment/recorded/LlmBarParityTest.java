package io.plumbline.judgment.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.reader.LlmBarReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The winners that LLMBar's authors parsed, mapped back to the order of the text. */
class LlmBarParityTest {
  private final RecordedTextReader reader = new RecordedTextReader(new LlmBarReader());

  @Test
  void readsEveryTextAsTheAuthorsDidWhenTheStrategyIsKnown() throws Exception {
    List<String> differences = new ArrayList<>();
    int texts = 0;
    for (ObjectNode row : LlmBarTexts.rows()) {
      if (row.get("completion").isTextual()) {
        texts++;
        if (!verdict(row).equals(LlmBarTexts.authors(row))) {
          differences.add(row.toString());
        }
      }
    }

    assertThat(texts).isEqualTo(9218);
    assertThat(differences).isEmpty();
  }

  // Without the strategy "# Output (a) is better." looks like an explanation's verdict, which the
  // authors' answer-only rule did not find because of the "# "; one text ends with an answer line.
  @Test
  void readsAllButFewTextsAsTheAuthorsDidWhenTheStrategyIsNotKnown() throws Exception {
    List<String> differences = new ArrayList<>();
    for (ObjectNode row : LlmBarTexts.rows()) {
      if (row.get("completion").isTextual()) {
        row.remove(List.of("st", "e"));
        if (!verdict(row).equals(LlmBarTexts.authors(row))) {
          differences.add(row.get("completion").textValue());
        }
      }
    }

    assertThat(differences).containsExactly("# Output (a) is better.");
  }

  @Test
  void readsRatingsAsTheAuthorsDidUnlessTheyAreEqual() throws Exception {
    int equal = 0;
    List<String> differences = new ArrayList<>();
    for (ObjectNode row : LlmBarTexts.rows()) {
      if (row.get("completion").isArray()) {
        JsonNode ratings = row.get("completion");
        if (ratings.get(0).equals(ratings.get(1))) {
          equal++;
          assertThat(verdict(row)).isEqualTo("null");
        } else if (!verdict(row).equals(row.get("winner").asText())) {
          differences.add(row.toString());
        }
      }
    }

    assertThat(equal).isEqualTo(426);
    assertThat(differences).isEmpty();
  }

  private String verdict(ObjectNode row) throws Exception {
    RecordedText recorded = new RecordedTextFormat().read(row);
    return new RecordedReading(recorded.id(), reader.read(recorded)).row().get("verdict").asText();
  }
}
