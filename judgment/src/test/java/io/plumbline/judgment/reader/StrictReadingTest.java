package io.plumbline.judgment.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.recorded.LlmBarTexts;
import io.plumbline.judgment.verdict.Winner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The strict reading beside that of LLMBar's authors, on their texts. */
class StrictReadingTest {

  // 5,758 is the number of "Output (x) is better" in the texts that gave the authors a winner, by
  // Python's re over the same file.
  @Test
  void takesBackNoVerdictThatTheAuthorsReadButConditions() throws Exception {
    Pattern sentence = Pattern.compile("Output \\([ab]\\) is better\\b");
    int sentences = 0;
    List<String> takenBack = new ArrayList<>();
    for (ObjectNode row : LlmBarTexts.rows()) {
      if (row.get("completion").isTextual() && !LlmBarTexts.authors(row).equals("null")) {
        String text = row.get("completion").textValue().strip();
        for (Matcher match = sentence.matcher(text); match.find(); sentences++) {
          if (Denial.isAround(text, match.start(), match.end())) {
            takenBack.add(text.substring(match.end(), Math.min(text.length(), match.end() + 12)));
          }
        }
      }
    }

    assertThat(sentences).isEqualTo(5758);
    assertThat(takenBack).containsOnly(" if the goal");
  }

  // The authors' program takes "Output (a) is better." first, also where a debater is reported.
  @Test
  void contradictsTheAuthorsOnlyWhereATextReportsTheOtherVerdict() throws Exception {
    OutputLetterReader reader = new OutputLetterReader();
    int same = 0;
    for (ObjectNode row : LlmBarTexts.rows()) {
      if (!row.get("completion").isTextual()) {
        continue;
      }
      String text = row.get("completion").textValue();
      String authors = LlmBarTexts.authors(row);
      if (reader.read(JudgeText.of(text)) instanceof Reading.Choice choice
          && !authors.equals("null")) {
        if (authors.equals(choice.winner() == Winner.FIRST ? "1" : "2")) {
          same++;
        } else {
          assertThat(authors).isEqualTo("1");
          assertThat(text).contains("Output (a) is better").contains("Output (b) is better");
        }
      }
    }

    assertThat(same).isGreaterThan(9_000);
  }
}
