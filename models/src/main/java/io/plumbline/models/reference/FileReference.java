package io.plumbline.models.reference;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file or directory of this machine; {@code sha256} pins a file. */
public record FileReference(String text, Path path, Optional<String> sha256)
    implements ModelReference {

  static FileReference parse(String text, Pinned pinned) {
    String path = pinned.body().startsWith("///") ? pinned.body().substring(2) : pinned.body();
    if (path.isEmpty()) {
      throw ModelReference.unknown("'" + text + "' names no path");
    }
    try {
      return new FileReference(text, Path.of(path), pinned.sha256());
    } catch (InvalidPathException e) {
      throw ModelReference.unknown("'" + text + "' is no path of this system");
    }
  }
}
