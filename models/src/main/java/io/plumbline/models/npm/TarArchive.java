package io.plumbline.models.npm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The gzipped tar files that npm publishes: ustar with pax path records, one top directory. */
final class TarArchive {

  private static final int BLOCK = 512;

  private final InputStream in;
  private String paxPath;

  private TarArchive(InputStream in) {
    this.in = in;
  }

  private record Entry(String path, long size) {}

  /** Writes the file {@code wanted} (below the top directory) to {@code destination}. */
  static boolean extract(Path tarball, String wanted, Path destination) throws IOException {
    try (InputStream stream = open(tarball)) {
      TarArchive archive = new TarArchive(stream);
      for (Optional<Entry> e = archive.next(); e.isPresent(); e = archive.next()) {
        if (e.get().path().equals(wanted)) {
          archive.copy(e.get().size(), destination);
          return true;
        }
        archive.skip(padded(e.get().size()));
      }
      return false;
    }
  }

  /** Writes all files below {@code directory}; an entry that would leave it is refused. */
  static void unpack(Path tarball, Path directory) throws IOException {
    try (InputStream stream = open(tarball)) {
      TarArchive archive = new TarArchive(stream);
      for (Optional<Entry> e = archive.next(); e.isPresent(); e = archive.next()) {
        Path target = directory.resolve(e.get().path()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("entry " + e.get().path() + " leaves its package");
        }
        Files.createDirectories(target.getParent());
        archive.copy(e.get().size(), target);
        archive.skip(padded(e.get().size()) - e.get().size());
      }
    }
  }

  private static InputStream open(Path tarball) throws IOException {
    return new BufferedInputStream(
        new GZIPInputStream(Files.newInputStream(tarball), 1 << 16), 1 << 16);
  }

  /** The next regular file, the stream standing at its first byte. */
  private Optional<Entry> next() throws IOException {
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || header[0] == 0) {
        return Optional.empty();
      }
      long size = Long.parseLong("0" + text(header, 124, 12).trim(), 8);
      char type = (char) header[156];
      if (type == 'x') {
        readPax(size);
      } else if (type == '0' || type == 0) {
        String prefix = text(header, 345, 155);
        String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
        String path = paxPath == null ? name : paxPath;
        paxPath = null;
        return Optional.of(new Entry(path.substring(path.indexOf('/') + 1), size));
      } else {
        skip(padded(size));
      }
    }
  }

  /** A pax record is {@code length key=value\n}; only the path matters here. */
  private void readPax(long size) throws IOException {
    byte[] body = in.readNBytes((int) size);
    skip(padded(size) - size);
    for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
      int key = line.indexOf(" path=");
      if (key >= 0) {
        paxPath = line.substring(key + " path=".length());
      }
    }
  }

  private void copy(long size, Path destination) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(destination)) {
      for (long left = size; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("the tarball ends inside a file");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
  }

  private static long padded(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8);
  }
}
