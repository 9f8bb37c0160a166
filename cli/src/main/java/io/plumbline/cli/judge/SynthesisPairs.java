package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The file of pairs, in the order of the prompts, written anew as a whole. */
final class SynthesisPairs {
  private SynthesisPairs() {}

  static SynthesisSummary write(Path file, List<SynthesisWork.Task> tasks, SynthesisJournal journal)
      throws IOException {
    Path half = Path.of(file + ".part");
    SynthesisSummary summary = SynthesisSummary.NONE;
    try (BufferedWriter writer = Files.newBufferedWriter(half)) {
      for (SynthesisWork.Task task : tasks) {
        Optional<JsonNode> row = journal.find(task.digest());
        summary = summary.and(row);
        if (row.isPresent()) {
          for (JsonNode pair : row.get().path("pairs")) {
            writer.write(pair.toString());
            writer.write('\n');
          }
        }
      }
    }
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return summary;
  }
}
