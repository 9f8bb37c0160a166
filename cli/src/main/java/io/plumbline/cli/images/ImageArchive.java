package io.plumbline.cli.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.plumbline.cli.failure.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * One image in an OCI archive, the same bytes for the same files: layers from what changes rarely
 * to what changes often, fixed times, an unprivileged user.
 *
 * @param file the archive
 * @param digest the image's digest, {@code sha256:…}
 */
public record ImageArchive(Path file, String digest) {
  private static final String HOME = "/opt/plumbline";
  private static final String USER = "10001:10001";

  /**
   * Writes an archive.
   *
   * @param contents what the image holds
   * @param base what it lies on
   * @param version its tag
   * @param directory where the archive goes
   * @param cache where layers are kept while several archives are made
   */
  static ImageArchive write(
      ImageContents contents, ImageBase base, String version, Path directory, Path cache) {
    Path file = directory.resolve(contents.name() + ".tar");
    try {
      JibContainer image =
          describe(contents, base.start(), version)
              .containerize(
                  Containerizer.to(
                          TarImage.at(file).named("plumbline/" + contents.name() + ":" + version))
                      .setBaseImageLayersCache(cache)
                      .setApplicationLayersCache(cache)
                      .setToolName("plumbline")
                      .setOfflineMode(true));
      return new ImageArchive(file, image.getDigest().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("interrupted while writing " + file);
    } catch (IOException
        | InvalidImageReferenceException
        | RegistryException
        | CacheDirectoryCreationException
        | ExecutionException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new CommandFailedException("cannot write " + file + ": " + cause.getMessage(), cause);
    }
  }

  private static JibContainerBuilder describe(
      ImageContents contents, JibContainerBuilder builder, String version) throws IOException {
    return builder
        .setFormat(ImageFormat.OCI)
        .setFileEntriesLayers(
            layer("libraries", contents.directory(), contents.libraries()),
            layer("application", contents.directory(), contents.application()))
        .setCreationTime(Instant.EPOCH)
        .setUser(USER)
        .setWorkingDirectory(AbsoluteUnixPath.get(HOME))
        .setEntrypoint(List.of("java", "-jar", HOME + "/" + contents.jar()))
        .setEnvironment(contents.environment())
        .setExposedPorts(
            contents.exposedPorts().stream().map(Port::tcp).collect(Collectors.toSet()))
        .setLabels(
            Map.of(
                "org.opencontainers.image.title",
                "plumbline/" + contents.name(),
                "org.opencontainers.image.version",
                version,
                "org.opencontainers.image.licenses",
                "Apache-2.0"));
  }

  private static FileEntriesLayer layer(String name, Path directory, List<String> entries)
      throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    for (String entry : entries) {
      Path path = directory.resolve(entry);
      if (Files.exists(path)) {
        layer.addEntryRecursive(path, AbsoluteUnixPath.get(HOME + "/" + entry));
      }
    }
    return layer.build();
  }
}
