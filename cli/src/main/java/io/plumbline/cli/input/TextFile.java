package io.plumbline.cli.input;

import io.plumbline.cli.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Text files in UTF-8, gzip-compressed or not, whatever they are called. */
public final class TextFile {
  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  /** What to do with an opened file. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(BufferedReader reader, String source) throws IOException;
  }

  /**
   * Reads a file to its end.
   *
   * @throws UsageException naming the file, if it is absent or not what the reading expects
   */
  public static <T> T read(Path file, Reading<T> reading) {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name the files in it");
    }
    try (BufferedReader reader = open(file)) {
      return reading.read(reader, file.toString());
    } catch (NoSuchFileException absent) {
      throw new UsageException(file + " does not exist", absent);
    } catch (IOException broken) {
      String message = broken.getMessage() == null ? "cannot be read" : broken.getMessage();
      throw new UsageException(
          message.startsWith(file.toString()) ? message : file + ": " + message, broken);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      bytes.mark(2);
      boolean compressed = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      return new BufferedReader(
          new InputStreamReader(
              compressed ? new GZIPInputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8),
          BUFFER);
    } catch (IOException broken) {
      bytes.close();
      throw broken;
    }
  }
}
