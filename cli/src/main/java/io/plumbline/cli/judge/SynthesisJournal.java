package io.plumbline.cli.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.cli.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of every prompt, one line each as it comes. A later line of a digest counts instead of
 * an earlier one; a line that a crash cut off is dropped. One process has the file at a time, and
 * only the places of its lines are held.
 */
final class SynthesisJournal implements AutoCloseable {
  private static final ObjectMapper LINES = new ObjectMapper();

  private final RandomAccessFile file;
  private final Map<String, Place> places = new HashMap<>();
  private long end;

  private record Place(long start, int length) {}

  private SynthesisJournal(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * @throws UsageException if another command has it
   */
  static SynthesisJournal open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (!isLocked(file)) {
        throw new UsageException(path + " is being written by another command; wait for it");
      }
      SynthesisJournal journal = new SynthesisJournal(file);
      journal.scan();
      return journal;
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  // The lock goes when the file is closed.
  private static boolean isLocked(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException mine) {
      return false;
    }
  }

  private void scan() throws IOException {
    file.seek(0);
    InputStream bytes = new BufferedInputStream(Channels.newInputStream(file.getChannel()));
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      line.write(next);
      if (next == '\n') {
        scanned(line.toByteArray());
        line.reset();
      }
    }
    file.setLength(end);
  }

  private void scanned(byte[] line) {
    digest(line).ifPresent(digest -> places.put(digest, new Place(end, line.length)));
    end += line.length;
  }

  // What is no JSON says nothing of any prompt, which is then asked for again.
  private static Optional<String> digest(byte[] line) {
    try {
      return Optional.of(LINES.readTree(line).path("digest").asText());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  synchronized void append(ObjectNode row) throws IOException {
    byte[] line = (row + "\n").getBytes(StandardCharsets.UTF_8);
    file.seek(end);
    file.write(line);
    places.put(row.path("digest").asText(), new Place(end, line.length));
    end += line.length;
  }

  /** The last line of a digest. */
  synchronized Optional<JsonNode> find(String digest) throws IOException {
    Place place = places.get(digest);
    if (place == null) {
      return Optional.empty();
    }
    byte[] line = new byte[place.length()];
    file.seek(place.start());
    file.readFully(line);
    try {
      return Optional.of(LINES.readTree(line));
    } catch (JsonProcessingException changed) {
      throw new IOException("the journal was changed while it was in use", changed);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
