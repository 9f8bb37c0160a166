package io.plumbline.objectives.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads case files. */
final class CaseFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CaseFiles() {}

  static List<Map<String, Object>> read(Path path) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      Map<String, Object> tree = MAPPER.readValue(stream, new TypeReference<>() {});
      return MAPPER.convertValue(tree.get("cases"), new TypeReference<>() {});
    }
  }
}
