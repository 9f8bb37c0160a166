package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.replay.QuestionFormat;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.format.BadRow;
import io.plumbline.preference.format.JsonLinesReader;
import io.plumbline.preference.format.RowFormat;
import io.plumbline.preference.format.RowSink;
import io.plumbline.preference.message.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Comparisons from a file; any bad row stops the command, naming the first. */
final class QuestionFile {
  private static final Map<String, String> EXAMPLE_MATERIAL =
      Map.of(
          "reference", "Rain forms when water vapour condenses and the drops grow heavy.",
          "document", "Drops fall once they outweigh the rising air.",
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
    QuestionFormat format = new QuestionFormat();
    List<Question> questions = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    RowSink<ObjectNode> sink =
        new RowSink<>() {
          @Override
          public void value(long line, ObjectNode row) {
            try {
              questions.add(format.read(row, line));
            } catch (BadFieldException wrong) {
              bad(new BadRow(file.toString(), line, wrong.field(), wrong.getMessage()));
            }
          }

          @Override
          public void bad(BadRow row) {
            bad.add(row);
          }
        };
    TextFile.read(
        file,
        (reader, source) -> {
          new JsonLinesReader<>(new RawRow()).read(source, reader, sink);
          return questions;
        });
    if (!bad.isEmpty()) {
      throw new UsageException(
          bad.get(0).message() + (bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more)"));
    }
    if (questions.isEmpty()) {
      throw new UsageException(file + " holds no comparison; rows are {prompt, a, b}");
    }
    return questions;
  }

  /** A row as it is, for a format that needs its line. */
  private static final class RawRow implements RowFormat<ObjectNode> {
    @Override
    public ObjectNode read(ObjectNode row) {
      return row;
    }

    @Override
    public ObjectNode write(ObjectNode row) {
      return row;
    }
  }
}
