package io.plumbline.cli.judge;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.judgment.replay.RecordedAnswer;
import io.plumbline.judgment.replay.RecordedAnswerFormat;
import io.plumbline.judgment.replay.Replay;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.preference.format.JsonLinesReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recorded answers from files. */
final class AnswerFiles {
  private AnswerFiles() {}

  static Replay read(List<Path> files) {
    Map<String, JudgeReply.Answered> answers = new HashMap<>();
    for (Path file : files) {
      JsonLinesReader.Rows<RecordedAnswer> rows =
          TextFile.read(
              file,
              (reader, source) ->
                  new JsonLinesReader<>(new RecordedAnswerFormat()).readAll(source, reader));
      if (!rows.badRows().isEmpty()) {
        throw new UsageException(rows.badRows().get(0).message());
      }
      rows.values().forEach(row -> answers.put(row.key(), row.answer()));
    }
    return new Replay(answers);
  }
}
