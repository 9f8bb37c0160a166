package io.plumbline.cli.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.suite.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeBuildTest {
  private static final String EXECUTABLE =
      "judge-service/target/canary/plumbline-judge-service-0.1.0-SNAPSHOT-runner";

  @TempDir private Path root;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void makeAClone() throws IOException {
    Files.createDirectories(root.resolve("judge-service/target/canary"));
    Files.writeString(root.resolve("judge-service/pom.xml"), "<project/>");
    Files.writeString(root.resolve("pom.xml"), "<project/>");
  }

  // Maven sees GraalVM as its JDK too, whatever Java is on PATH.
  @Test
  void buildsOnTheGraalVmItIsGiven() throws IOException {
    NativeBuild build = maven("echo \"$JAVA_HOME $GRAALVM_HOME $*\" > " + EXECUTABLE);

    build.run(List.of(ServiceKind.JUDGE), Path.of("/graal"), said::add);

    assertThat(root.resolve(EXECUTABLE))
        .content()
        .startsWith("/graal /graal -B -ntp -Pquick,native-canary,native ")
        .contains(" -pl judge-service -am package");
    assertThat(build.stale(List.of(ServiceKind.JUDGE))).isEmpty();
  }

  @Test
  void takesWhatChangedDuringTheBuildAsChangedAfterIt() throws IOException {
    NativeBuild build = maven("touch judge-service/pom.xml && echo x > " + EXECUTABLE);

    build.run(List.of(ServiceKind.JUDGE), Path.of("/graal"), said::add);
    Files.setLastModifiedTime(
        root.resolve("judge-service/pom.xml"),
        FileTime.fromMillis(Files.getLastModifiedTime(root.resolve(EXECUTABLE)).toMillis() + 1000));

    assertThat(build.stale(List.of(ServiceKind.JUDGE))).containsExactly(ServiceKind.JUDGE);
  }

  @Test
  void wantsWhatIsMissing() throws IOException {
    assertThat(maven("exit 1").stale(List.of(ServiceKind.JUDGE)))
        .containsExactly(ServiceKind.JUDGE);
  }

  @Test
  void namesTheFirstErrorOfMaven() throws IOException {
    NativeBuild build =
        maven(
            """
            echo '[INFO] Building'
            echo '[ERROR] COMPILATION ERROR : '
            echo '[ERROR] /a/B.java:[3,5] cannot find symbol'
            echo '[ERROR] [Help 1] http://maven'
            exit 1
            """);

    assertThatThrownBy(() -> build.run(List.of(ServiceKind.JUDGE), Path.of("/graal"), said::add))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("exit code 1: /a/B.java:[3,5] cannot find symbol (log: ");
  }

  // What Quarkus 3.15.1 says of an exit code 137 (NativeImageBuildStep.imageGenerationFailed).
  @Test
  void saysThatTheMemoryWasTooLittle() throws IOException {
    NativeBuild build =
        maven(
            """
            echo '[ERROR] Failed to execute goal io.quarkus:quarkus-maven-plugin'
            echo 'Image generation failed. Exit code was 137 which indicates an out of memory error. Consider'
            exit 1
            """);

    assertThatThrownBy(() -> build.run(List.of(ServiceKind.JUDGE), Path.of("/graal"), said::add))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageStartingWith(
            "cannot build judge-service: native-image ran out of memory, it needs 9.0 GiB;");
  }

  private NativeBuild maven(String script) throws IOException {
    Path file = Files.writeString(root.resolve("mvn"), "#!/bin/sh\nset -e\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new NativeBuild(root, file.toString());
  }
}
