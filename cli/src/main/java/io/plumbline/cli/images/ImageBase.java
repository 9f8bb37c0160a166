package io.plumbline.cli.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import io.plumbline.cli.failure.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an image's layers lie on. */
public sealed interface ImageBase {

  /** Nothing: the archive holds our layers alone, for whoever puts them on a base. */
  record Scratch() implements ImageBase {
    @Override
    public JibContainerBuilder start() {
      return Jib.fromScratch();
    }
  }

  /**
   * An image in a local archive.
   *
   * @param file as {@code docker save} writes it
   */
  record Archive(Path file) implements ImageBase {
    @Override
    public JibContainerBuilder start() throws InvalidImageReferenceException {
      return Jib.from(TarImage.at(file));
    }
  }

  /** A builder on this base. */
  JibContainerBuilder start() throws InvalidImageReferenceException;

  /**
   * Reads the option's value.
   *
   * @throws UsageException when it names no file
   */
  static ImageBase of(String value) {
    if (value.equals("scratch")) {
      return new Scratch();
    }
    Path file = Path.of(value);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "--base: there is no file "
              + file
              + "; name an archive as docker save writes it, or scratch");
    }
    return new Archive(file.toAbsolutePath());
  }
}
