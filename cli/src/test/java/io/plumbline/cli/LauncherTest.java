package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, in a clone where all is built, with a JDK that is a script as well. */
class LauncherTest {
  private static final List<String> BUILT =
      List.of(
          "cli/target/plumbline-cli-0.1.0-SNAPSHOT.jar",
          "objectives-server/target/plumbline-objectives-server.jar",
          "trainer-worker/target/plumbline-trainer-worker.jar",
          "judge-service/target/quarkus-app/quarkus-run.jar",
          "reward-service/target/quarkus-app/quarkus-run.jar",
          "trainer-service/target/quarkus-app/quarkus-run.jar",
          "black-box/target/plumbline-black-box-0.1.0-SNAPSHOT.jar");

  private static final List<String> MODULES =
      List.of(
          "api",
          "preference",
          "statistics",
          "objectives",
          "judgment",
          "reward-models",
          "models",
          "postgres",
          "objectives-server",
          "cli",
          "service-testing",
          "service-kit",
          "judge-service",
          "reward-service",
          "trainer-worker",
          "trainer-service",
          "black-box");

  @TempDir private Path root;

  @BeforeEach
  void makeAClone() throws IOException {
    Files.copy(Path.of("../plumbline"), root.resolve("plumbline"));
    Files.createDirectories(root.resolve(".mvn"));
    file("pom.xml", "");
    for (String module : MODULES) {
      file(module + "/pom.xml", "");
    }
    for (String built : BUILT) {
      file(built, "");
    }
    file("jdk/release", "JAVA_VERSION=\"99.0.1\"\n");
    program("jdk/bin/javac", "exit 0");
    program(
        "jdk/bin/java",
        "flock -n \"$(dirname \"$0\")/../../target/plumbline-build.lock\" echo free || echo held");
  }

  // Two native builds in one clone would rewrite each other's jars.
  @Test
  void holdsTheLockOfBuildsWhileExecutablesAreBuilt() throws Exception {
    assertThat(run("native")).isEqualTo("held");
  }

  @Test
  void holdsNoLockWhereTheCliBuildsNothing() throws Exception {
    Files.createDirectories(root.resolve("target"));

    assertThat(run("black-box")).isEqualTo("free");
    assertThat(run("status")).isEqualTo("free");
  }

  private String run(String command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", root.resolve("plumbline").toString(), command)
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private void program(String name, String script) throws IOException {
    file(name, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rwx------"));
  }

  private void file(String name, String content) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), content);
  }
}
