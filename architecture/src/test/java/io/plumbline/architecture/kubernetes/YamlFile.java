package io.plumbline.architecture.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML documents as trees, anchors resolved and duplicate keys refused. */
final class YamlFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private YamlFile() {}

  /** The documents of a file, empty ones left out. */
  static List<ObjectNode> documents(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return documents(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ObjectNode> documents(Reader reader) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<ObjectNode> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(reader)) {
      JsonNode tree = JSON.valueToTree(document);
      if (tree instanceof ObjectNode object) {
        documents.add(object);
      }
    }
    return documents;
  }
}
