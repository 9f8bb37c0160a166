package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.format.BadFieldException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Winners by the comparison's id, from rows {@code {id, winner}} as judge compare prints them. */
final class WinnerFile {
  private record Row(String id, Optional<Winner> winner) {}

  private WinnerFile() {}

  /** Without the rows that have no winner. */
  static Map<String, Winner> read(Path file) {
    Map<String, Winner> winners = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Row row : Rows.read(file, (node, line) -> row(node), "{id, winner}")) {
      if (!seen.add(row.id())) {
        throw new UsageException(file + " holds comparison '" + row.id() + "' twice");
      }
      row.winner().ifPresent(winner -> winners.put(row.id(), winner));
    }
    return winners;
  }

  private static Row row(ObjectNode node) throws BadFieldException {
    JsonNode id = node.path("id");
    if (!id.isTextual() && !id.isIntegralNumber()) {
      throw new BadFieldException("id", "must be a text or a whole number");
    }
    JsonNode winner = node.path("winner");
    if (winner.isNull() || winner.isMissingNode()) {
      return new Row(id.asText(), Optional.empty());
    }
    return new Row(
        id.asText(),
        Optional.of(
            switch (winner.asText()) {
              case "a" -> Winner.FIRST;
              case "b" -> Winner.SECOND;
              case "tie" -> Winner.TIE;
              default -> throw new BadFieldException("winner", "must be a, b, tie or null");
            }));
  }
}
