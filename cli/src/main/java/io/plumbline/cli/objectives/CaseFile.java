package io.plumbline.cli.objectives;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file of reference values: an object with the list {@code cases}. */
final class CaseFile {
  private CaseFile() {}

  static List<Map<String, Object>> read(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(file + " cannot be read; name a file that exists");
    }
    JsonNode tree = tree(file);
    JsonNode cases = tree == null ? null : tree.get("cases");
    if (cases == null || !cases.isArray()) {
      throw new UsageException(
          file + ": no list 'cases'; see golden/trl_losses.json for the format");
    }
    for (int i = 0; i < cases.size(); i++) {
      if (!cases.get(i).isObject()) {
        throw new UsageException("%s: cases[%d] is no object".formatted(file, i));
      }
    }
    return Json.mapper().convertValue(cases, new TypeReference<>() {});
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return Json.mapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new UsageException(
          "%s: line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
  }
}
