package io.plumbline.cli.judge;

import io.plumbline.cli.output.OutputOptions;
import io.plumbline.judgment.protocol.ProtocolEntry;
import io.plumbline.judgment.protocol.Protocols;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the protocols. */
@Command(
    name = "protocols",
    description = "Lists the ways of asking a judge.",
    mixinStandardHelpOptions = true)
public final class JudgeProtocolsCommand implements Runnable {
  @Mixin private OutputOptions output;

  /** What is printed of a protocol. */
  record Row(
      String name,
      String summary,
      List<String> material,
      boolean symmetricByConstruction,
      List<Integer> methods) {}

  @Override
  public void run() {
    List<Row> rows = Protocols.all().stream().map(JudgeProtocolsCommand::row).toList();
    output.print(
        rows,
        () ->
            rows.stream()
                .map(row -> "%-26s %s".formatted(row.name(), row.summary()))
                .collect(Collectors.joining("\n")));
  }

  private static Row row(ProtocolEntry entry) {
    return new Row(
        entry.name(), entry.summary(), entry.material(), entry.symmetric(), entry.methods());
  }
}
