package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeTemplate;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.UserTemplate;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reader.VerdictReaders;
import io.plumbline.judgment.template.TemplateFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A template that the user brings. */
public final class TemplateOptions {
  @Option(
      names = "--template",
      paramLabel = "FILE",
      description =
          "Asks with a template of your own instead of a protocol: AlpacaEval's, LLMBar's,"
              + " Arena-Hard's or MT-bench's file as it is, or a text with {question}, {answer_a}"
              + " and {answer_b}.")
  private Path file;

  @Option(
      names = "--template-name",
      paramLabel = "NAME",
      description = "Which line of MT-bench's file; the first by default.")
  private String name = "";

  @Option(
      names = "--template-system",
      paramLabel = "FILE",
      description = "Text of a system turn, for templates that hold none.")
  private Path system;

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      completionCandidates = ReaderNames.class,
      description = "How answers to the template are read, where its text does not say.")
  private String reader = "";

  boolean isGiven() {
    return file != null;
  }

  /** The protocol that asks with it, if there is one. */
  Optional<PairwiseProtocol> protocol(VerdictSource source) {
    return read()
        .map(
            template -> {
              try {
                return UserTemplate.create(template.template(), template.reader(), source);
              } catch (IllegalArgumentException wrong) {
                throw new UsageException(file + ": " + wrong.getMessage(), wrong);
              }
            });
  }

  /** As the contract carries it. */
  Optional<JudgeTemplate> message() {
    return read()
        .map(
            template ->
                JudgeTemplate.newBuilder()
                    .setSystem(template.system())
                    .setUser(template.user())
                    .setReader(template.reader())
                    .build());
  }

  private Optional<TemplateFile> read() {
    if (file == null) {
      return Optional.empty();
    }
    TemplateFile read;
    try {
      read = TemplateFile.read(text(file), name);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(file + ": " + wrong.getMessage(), wrong);
    }
    String known = reader.isEmpty() ? read.reader() : reader;
    if (known.isEmpty()) {
      throw new UsageException(
          file + " does not say how its answers look; name --reader: " + VerdictReaders.names());
    }
    return Optional.of(
        new TemplateFile(system == null ? read.system() : text(system), read.user(), known));
  }

  private static String text(Path path) {
    return TextFile.read(path, (lines, source) -> lines.lines().collect(Collectors.joining("\n")));
  }
}
