package io.plumbline.cli.nativeimage;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much memory a new program can have: what the machine has left, or less where a control group
 * of this process, version 2 or 1, has a limit.
 *
 * @param machine the kernel's account of all memory, as {@code /proc/meminfo}
 * @param membership the groups of this process, as {@code /proc/self/cgroup}
 * @param groups where the groups lie, as {@code /sys/fs/cgroup}
 */
record AvailableMemory(Path machine, Path membership, Path groups) {
  static final double GIBIBYTE = 1024.0 * 1024 * 1024;

  private static final String AVAILABLE = "MemAvailable:";

  /**
   * The names of a version's files.
   *
   * @param reclaimable the line of {@code memory.stat} that counts what is given back at need
   */
  private record Version(String limit, String used, String reclaimable) {
    static final Version TWO = new Version("memory.max", "memory.current", "inactive_file ");
    static final Version ONE =
        new Version("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ");
  }

  AvailableMemory {
    requireNonNull(machine, "machine is null");
    requireNonNull(membership, "membership is null");
    requireNonNull(groups, "groups is null");
  }

  static AvailableMemory ofThisMachine() {
    return new AvailableMemory(
        Path.of("/proc/meminfo"), Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
  }

  long bytes() throws IOException {
    long least = 1024 * number(machine, AVAILABLE);
    for (String line :
        Files.exists(membership) ? Files.readAllLines(membership) : List.<String>of()) {
      // HIERARCHY:CONTROLLERS:PATH
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[1].isEmpty()) {
        least = Math.min(least, left(groups, parts[2], Version.TWO));
      } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
        least = Math.min(least, left(groups.resolve("memory"), parts[2], Version.ONE));
      }
    }
    return least;
  }

  // A group has no more than each of those above it. Of a container's group often only the root is
  // seen, which is the group itself then.
  private static long left(Path root, String path, Version version) throws IOException {
    long least = Long.MAX_VALUE;
    Path group = root.resolve(path.substring(1)).normalize();
    while (group.startsWith(root)) {
      least = Math.min(least, left(group, version));
      group = group.getParent();
    }
    return least;
  }

  private static long left(Path group, Version version) throws IOException {
    Path limit = group.resolve(version.limit());
    if (!Files.exists(limit) || Files.readString(limit).strip().equals("max")) {
      return Long.MAX_VALUE;
    }
    long used = Long.parseLong(Files.readString(group.resolve(version.used())).strip());
    long reclaimable = number(group.resolve("memory.stat"), version.reclaimable());
    return Math.max(0, Long.parseLong(Files.readString(limit).strip()) - used + reclaimable);
  }

  /** The number after a word that begins a line. */
  private static long number(Path file, String word) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(word)) {
        return Long.parseLong(line.substring(word.length()).replace("kB", "").strip());
      }
    }
    throw new UsageException("%s has no line %s".formatted(file, word.strip()));
  }
}
