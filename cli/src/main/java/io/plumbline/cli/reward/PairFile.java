package io.plumbline.cli.reward;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.preference.PreferencePair;
import io.plumbline.preference.format.BadRow;
import io.plumbline.preference.format.JsonLinesReader;
import io.plumbline.preference.format.PreferencePairFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * The pairs of a file, and the rows that are none.
 *
 * @param badRows one line each, with file, line and field
 */
record PairFile(List<PreferencePair> pairs, List<String> badRows) {
  PairFile {
    pairs = List.copyOf(pairs);
    badRows = List.copyOf(badRows);
  }

  /**
   * Reads TRL's columns from JSON lines; bad rows are reported and kept aside.
   *
   * @throws UsageException if the file is absent or holds no pair
   */
  static PairFile read(Path file, PrintWriter err) {
    JsonLinesReader.Rows<PreferencePair> rows =
        TextFile.read(
            file,
            (reader, source) ->
                new JsonLinesReader<>(new PreferencePairFormat()).readAll(source, reader));
    List<String> badRows = rows.badRows().stream().map(BadRow::message).toList();
    badRows.forEach(row -> err.println("plumbline: " + row));
    err.flush();
    if (rows.values().isEmpty()) {
      throw new UsageException(file + " holds no preference pair: give chosen and rejected by row");
    }
    return new PairFile(rows.values(), badRows);
  }
}
