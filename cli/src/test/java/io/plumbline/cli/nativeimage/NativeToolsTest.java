package io.plumbline.cli.nativeimage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeToolsTest {
  @TempDir private Path directory;
  private Path compiler;
  private Path meminfo;
  private AvailableMemory memory;

  @BeforeEach
  void makeATool() throws IOException {
    compiler = program("cat > /dev/null");
    meminfo = Files.writeString(directory.resolve("meminfo"), "MemAvailable:  16777216 kB\n");
    Path absent = directory.resolve("absent");
    memory = new AvailableMemory(meminfo, absent, absent);
  }

  @Test
  void isContentWithACompilerZlibAndMemory() {
    assertThatCode(() -> tools(compiler.toString(), memory).require()).doesNotThrowAnyException();
  }

  @Test
  void namesAMissingCompiler() {
    assertRefused(tools("/absent/gcc", memory), "no C compiler: native-image links with");
  }

  @Test
  void namesMissingHeadersOfZlib() throws IOException {
    Path withoutZlib = program("! grep zlib.h > /dev/null");

    assertRefused(tools(withoutZlib.toString(), memory), "no headers of zlib");
  }

  // 4 GiB = 4194304 KiB.
  @Test
  void saysHowMuchMemoryIsMissing() throws IOException {
    Files.writeString(meminfo, "MemTotal: 16777216 kB\nMemAvailable:    4194304 kB\n");

    assertRefused(
        tools(compiler.toString(), memory),
        "too little memory: a native build needs 9.0 GiB, 4.0 are available");
  }

  @Test
  void namesAMachineThatGraalVmIsNotFor() {
    assertRefused(
        new NativeTools("Linux-aarch64", compiler.toString(), memory),
        "plumbline native runs on Linux-amd64 only, this is Linux-aarch64");
  }

  private NativeTools tools(String program, AvailableMemory available) {
    return new NativeTools("Linux-amd64", program, available);
  }

  private static void assertRefused(NativeTools tools, String message) {
    assertThatThrownBy(tools::require)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message);
  }

  private Path program(String script) throws IOException {
    Path file = Files.createTempFile(directory, "gcc", "");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
