package io.plumbline.cli.images;

import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.output.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline images}: OCI archives of all programs of a cluster. */
@Command(
    name = "images",
    description = {
      "Writes OCI archives of the services, the worker and the objectives' sidecar, without a",
      "container engine and without a registry."
    },
    mixinStandardHelpOptions = true)
public final class ImagesCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;

  @Option(
      names = "--tar",
      paramLabel = "DIR",
      required = true,
      description = "Directory that the archives go to.")
  private Path directory;

  @Option(
      names = "--base",
      paramLabel = "FILE|scratch",
      defaultValue = "scratch",
      description = {
        "Archive of an image with a Java 17 or newer on its PATH, as docker save writes it;",
        "scratch writes our layers alone. Default: ${DEFAULT-VALUE}."
      })
  private String base;

  @Option(names = "--tag", defaultValue = "0.1.0", description = "Default: ${DEFAULT-VALUE}.")
  private String tag;

  @Override
  public Integer call() throws IOException {
    ImageBase on = ImageBase.of(base);
    List<ImageContents> images = ImageContents.of(root());
    Path target = Files.createDirectories(directory.toAbsolutePath());
    List<ImageArchive> archives = new ArrayList<>();
    try (StatusLine status = StatusLine.onStandardError();
        LayerCache cache = LayerCache.in(target)) {
      for (ImageContents contents : images) {
        status.show("writing " + contents.name());
        archives.add(ImageArchive.write(contents, on, tag, target, cache.directory()));
      }
    }
    output.print(archives, () -> render(archives, on));
    return 0;
  }

  private static String render(List<ImageArchive> archives, ImageBase base) {
    String files =
        archives.stream()
            .map(archive -> archive.file() + "  " + archive.digest())
            .collect(Collectors.joining(System.lineSeparator()));
    return base instanceof ImageBase.Scratch
        ? files + System.lineSeparator() + "Without a base there is no Java in them (see --base)."
        : files;
  }

  private static Path root() {
    return Path.of(System.getProperty("plumbline.root", ".")).toAbsolutePath().normalize();
  }
}
