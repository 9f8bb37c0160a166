package io.plumbline.models.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.models.cache.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One file in a hub's listing.
 *
 * @param hash SHA-256 for a large file, otherwise the SHA-1 that git gives the blob
 * @param large whether the hub keeps it outside git
 */
record HubFile(String path, String hash, boolean large) {

  static List<HubFile> listed(JsonNode tree, Pattern wanted) {
    List<HubFile> files = new ArrayList<>();
    for (JsonNode node : tree) {
      String path = node.path("path").asText();
      if (node.path("type").asText().equals("file") && wanted.matcher(path).matches()) {
        String large = node.path("lfs").path("oid").asText();
        files.add(
            large.isEmpty()
                ? new HubFile(path, node.path("oid").asText(), false)
                : new HubFile(path, large, true));
      }
    }
    return files;
  }

  boolean matches(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    return hash.equals(large ? Sha256.of(file) : gitBlob(file));
  }

  private static String gitBlob(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java has no SHA-1", e);
    }
  }
}
