package io.plumbline.cli.reward;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.preference.format.BadRow;
import io.plumbline.preference.format.JsonLinesReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** The completions of a file, and how many rows are none. */
record CompletionFile(List<CompletionRow> rows, int badRows) {

  static CompletionFile read(Path file, PrintWriter err) {
    JsonLinesReader.Rows<CompletionRow> read =
        TextFile.read(
            file,
            (reader, source) ->
                new JsonLinesReader<>(new CompletionRow.Format()).readAll(source, reader));
    read.badRows().stream().map(BadRow::message).forEach(row -> err.println("plumbline: " + row));
    err.flush();
    if (read.values().isEmpty()) {
      throw new UsageException(file + " holds no completion: give one by row");
    }
    return new CompletionFile(read.values(), read.badRows().size());
  }
}
