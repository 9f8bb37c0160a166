package io.plumbline.cli.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {
  private static final long MEBIBYTE = 1024 * 1024;

  @TempDir private Path directory;

  // 16 GiB = 16384 MiB = 16777216 kB.
  @BeforeEach
  void makeAMachine() throws IOException {
    write("meminfo", "MemTotal: 99999999 kB\nMemAvailable:   16777216 kB\n");
  }

  @Test
  void isWhatTheMachineHasLeftWhereThereAreNoGroups() throws IOException {
    assertThat(available()).isEqualTo(16384);
  }

  // A container with a limit of 6 GiB that uses 1 GiB, of which 256 MiB are cached files:
  // 6144 - 1024 + 256 = 5376.
  @Test
  void isWhatAContainerHasLeft() throws IOException {
    write("cgroup", "0::/\n");
    group("groups", "6442450944", "1073741824", 268435456);

    assertThat(available()).isEqualTo(5376);
  }

  // The group itself has no limit, the one above it 8 GiB with 2 GiB used: 8192 - 2048 = 6144.
  @Test
  void isNoMoreThanAGroupAboveHasLeft() throws IOException {
    write("cgroup", "0::/slice/service\n");
    group("groups/slice", "8589934592", "2147483648", 0);
    group("groups/slice/service", "max", "1048576", 0);

    assertThat(available()).isEqualTo(6144);
  }

  // Version 1 knows "no limit" as a very large one. The path is the host's, of which a container
  // sees only the root: 4096 - 1024 + 1 = 3073.
  @Test
  void readsVersionOneOfTheGroups() throws IOException {
    write("cgroup", "5:devices:/x\n4:cpu,memory:/docker/abc\n");
    write("groups/memory/memory.limit_in_bytes", "4294967296\n");
    write("groups/memory/memory.usage_in_bytes", "1073741824\n");
    write("groups/memory/memory.stat", "inactive_file 5\ntotal_inactive_file 1048576\n");

    assertThat(available()).isEqualTo(3073);
    write("groups/memory/memory.limit_in_bytes", "9223372036854771712\n");
    assertThat(available()).isEqualTo(16384);
  }

  private long available() throws IOException {
    return new AvailableMemory(
                directory.resolve("meminfo"),
                directory.resolve("cgroup"),
                directory.resolve("groups"))
            .bytes()
        / MEBIBYTE;
  }

  private void group(String path, String limit, String used, long cached) throws IOException {
    write(path + "/memory.max", limit + "\n");
    write(path + "/memory.current", used + "\n");
    write(path + "/memory.stat", "anon 7\ninactive_file %d\n".formatted(cached));
  }

  private void write(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
