package io.plumbline.models.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Obtains one place of a cache and notes in a log when it had to fill it; a process of its own. */
final class CacheFiller {

  private CacheFiller() {}

  public static void main(String[] arguments) {
    Path log = Path.of(arguments[1]);
    new ModelCache(Path.of(arguments[0])).obtain("place", partial -> fill(partial, log));
  }

  static void fill(Path partial, Path log) throws IOException {
    Files.writeString(log, "filled\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Files.writeString(partial, "x".repeat(1_000_000));
  }
}
