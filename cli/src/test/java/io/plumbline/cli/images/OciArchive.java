package io.plumbline.cli.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An OCI image layout in a tar archive, read by its specification. */
record OciArchive(Map<String, byte[]> files) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static OciArchive open(Path file) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      return new OciArchive(read(stream));
    }
  }

  /** The image's configuration, {@code application/vnd.oci.image.config.v1+json}. */
  JsonNode configuration() throws IOException {
    return JSON.readTree(blob(manifest().get("config")));
  }

  /** The descriptors of the layers, bottom to top. */
  List<JsonNode> layers() throws IOException {
    List<JsonNode> layers = new ArrayList<>();
    manifest().get("layers").forEach(layers::add);
    return layers;
  }

  List<String> filesOfLayer(int index) throws IOException {
    InputStream layer = new GZIPInputStream(new ByteArrayInputStream(blob(layers().get(index))));
    return List.copyOf(read(layer).keySet());
  }

  private JsonNode manifest() throws IOException {
    JsonNode index = JSON.readTree(files.get("index.json"));
    return JSON.readTree(blob(index.get("manifests").get(0)));
  }

  private byte[] blob(JsonNode descriptor) {
    return files.get("blobs/" + descriptor.get("digest").asText().replace(':', '/'));
  }

  private static Map<String, byte[]> read(InputStream stream) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.isFile()) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    }
    return files;
  }
}
