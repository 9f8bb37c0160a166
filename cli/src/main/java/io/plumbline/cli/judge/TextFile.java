package io.plumbline.cli.judge;

import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text file in UTF-8, unpacked where its name ends in {@code .gz}. */
final class TextFile {
  private TextFile() {}

  static Reader open(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(file + " cannot be read; name a file that exists");
    }
    InputStream bytes = Files.newInputStream(file);
    try {
      return new InputStreamReader(
          file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
          StandardCharsets.UTF_8);
    } catch (IOException broken) {
      bytes.close();
      throw new UsageException(file + " is no gzip file: " + broken.getMessage(), broken);
    }
  }
}
