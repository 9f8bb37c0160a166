package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.judgment.reader.VerdictReader;
import io.plumbline.judgment.reader.VerdictReaders;
import io.plumbline.judgment.recorded.RecordedReading;
import io.plumbline.judgment.recorded.RecordedText;
import io.plumbline.judgment.recorded.RecordedTextFormat;
import io.plumbline.judgment.recorded.RecordedTextReader;
import io.plumbline.preference.format.BadRow;
import io.plumbline.preference.format.JsonLinesReader;
import io.plumbline.preference.format.RowSink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads recorded judge texts and prints one {@code {id, state, verdict}} per line. */
@Command(
    name = "read",
    description = {
      "Reads recorded judge texts and prints one {id, state, verdict} per line:",
      "verdict 1 for what was shown first, 2 for the second, null for a tie, a score or none."
    },
    mixinStandardHelpOptions = true)
public final class JudgeReadCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int BAD_ROWS = 2;

  @Spec private CommandSpec command;

  @Option(
      names = "--reader",
      required = true,
      paramLabel = "NAME",
      completionCandidates = ReaderNames.class,
      description = "Form of the verdicts: ${COMPLETION-CANDIDATES}.")
  private String reader;

  @Mixin private RowsOptions printing;

  @Parameters(
      paramLabel = "FILE",
      description =
          "jsonl (or .gz) with completion, and id or the line number; optionally stop,"
              + " e (the judge) and st (how it was asked), as in LLMBar's data.")
  private Path file;

  @Override
  public Integer call() {
    RecordedTextReader texts = new RecordedTextReader(reader());
    PrintWriter err = command.commandLine().getErr();
    RowsOutput output = printing.open();
    long[] bad = new long[1];
    RowSink<RecordedText> sink =
        new RowSink<>() {
          @Override
          public void value(long line, RecordedText recorded) {
            output.row(row(line, recorded, texts));
          }

          @Override
          public void bad(BadRow row) {
            bad[0]++;
            err.println("plumbline: " + row.message());
          }
        };
    TextFile.read(
        file,
        (reader, source) -> {
          new JsonLinesReader<>(new RecordedTextFormat()).read(source, reader, sink);
          return sink;
        });
    output.end();
    if (bad[0] > 0) {
      err.println("plumbline: " + bad[0] + " rows could not be read");
    }
    err.flush();
    return bad[0] == 0 ? DONE : BAD_ROWS;
  }

  private VerdictReader reader() {
    return VerdictReaders.named(reader)
        .orElseThrow(
            () ->
                new UsageException(
                    "--reader '" + reader + "' is none of " + VerdictReaders.names()));
  }

  private static ObjectNode row(long line, RecordedText recorded, RecordedTextReader texts) {
    boolean unnamed = recorded.id().isMissingNode() || recorded.id().isNull();
    return new RecordedReading(
            unnamed ? LongNode.valueOf(line) : recorded.id(), texts.read(recorded))
        .row();
  }
}
