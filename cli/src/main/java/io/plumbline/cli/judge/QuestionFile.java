package io.plumbline.cli.judge;

import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.replay.QuestionFormat;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Comparisons from a file; any bad row stops the command, naming the first. */
final class QuestionFile {
  private static final Map<String, String> EXAMPLE_MATERIAL =
      Map.of(
          "reference", "Rain forms when water vapour condenses and the drops grow heavy.",
          "document", "Drops fall once they outweigh the rising air.",
          "rubric", "1. Names the cause. 2. Is correct.",
          "standing_instructions", "Always answer in one sentence.");

  private QuestionFile() {}

  /** One comparison of ours, with material for every protocol. */
  static Question example() {
    return new Question(
        new Comparison(
            "example",
            "example",
            new PlainText("Why does it rain?"),
            Completion.text("Vapour condenses to drops that grow until the air cannot hold them."),
            Completion.text("Because the sky is grey.")),
        "",
        EXAMPLE_MATERIAL);
  }

  static List<Question> read(Path file) {
    return Rows.read(file, new QuestionFormat()::read, "{prompt, a, b}");
  }
}
