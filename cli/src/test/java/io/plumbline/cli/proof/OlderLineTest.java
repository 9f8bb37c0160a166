package io.plumbline.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OlderLineTest {
  private static final FileTime BUILT = FileTime.fromMillis(2_000_000);
  private static final FileTime LATER = FileTime.fromMillis(3_000_000);

  @TempDir private Path root;

  // The service uses a server, which uses the contract; its tests use a module of their own.
  @BeforeEach
  void makeAClone() throws IOException {
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve(".mvn"));
    module("api", "");
    module("objectives-server", dependency("api", "compile"));
    module("service-testing", "");
    module(
        "trainer-service",
        dependency("objectives-server", "compile") + dependency("service-testing", "test"));
    Files.createDirectories(executable().getParent());
    Files.createFile(executable());
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.toList()) {
        Files.setLastModifiedTime(each, BUILT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        ".mvn",
        "api/pom.xml",
        "api/src/main/A.java",
        "objectives-server/src/main/A.java",
        "objectives-server/src/main",
        "trainer-service/pom.xml",
        "trainer-service/src/main/A.java"
      })
  void namesTheInputThatIsNewer(String input) throws IOException {
    assertThat(line().staleExecutable()).isEmpty();

    Files.setLastModifiedTime(root.resolve(input), LATER);

    assertThat(line().staleExecutable())
        .contains("%s is older than %s".formatted(executable(), root.resolve(input)));
    assertThatThrownBy(() -> PackageKind.NATIVE.program(ServiceKind.TRAINER, root))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("; build it by: ./plumbline native trainer-service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trainer-service/src/test/A.java", "service-testing/src/main/A.java"})
  void doesNotWatchTests(String input) throws IOException {
    Files.setLastModifiedTime(root.resolve(input), LATER);

    assertThat(line().staleExecutable()).isEmpty();
    assertThat(PackageKind.NATIVE.program(ServiceKind.TRAINER, root).command().get(0))
        .isEqualTo(executable().toString());
  }

  @Test
  void saysHowJarsAreBuiltThatAreMissing() {
    assertThatThrownBy(() -> PackageKind.CANARY.program(ServiceKind.TRAINER, root))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("trainer-service is not built: ")
        .hasMessageEndingWith(
            "quarkus-run.jar is missing; build it by: mvn -Pquick,native-canary -pl trainer-service -am package");
  }

  @Test
  void startsJarsOfTheOlderLineWithJava() throws IOException {
    Path jar = root.resolve("trainer-service/target/canary/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);

    assertThat(PackageKind.CANARY.program(ServiceKind.TRAINER, root).command())
        .endsWith("-jar", jar.toString());
  }

  // Of the poms of this clone: what trainer-service/pom.xml names, and objectives-server's api and
  // objectives.
  @Test
  void followsThePomsOfThisClone() throws IOException {
    Path clone = Path.of("..").toAbsolutePath().normalize();

    assertThat(new BuildInput(clone, "trainer-service").modules())
        .containsExactlyInAnyOrder(
            "trainer-service",
            "api",
            "preference",
            "statistics",
            "objectives",
            "objectives-server",
            "service-kit");
  }

  private OlderLine line() {
    return new OlderLine(root, ServiceKind.TRAINER);
  }

  private Path executable() {
    return root.resolve(
        "trainer-service/target/canary/plumbline-trainer-service-0.1.0-SNAPSHOT-runner");
  }

  private void module(String name, String dependencies) throws IOException {
    for (String part : new String[] {"main", "test"}) {
      Path sources = root.resolve(name).resolve("src").resolve(part);
      Files.createDirectories(sources);
      Files.createFile(sources.resolve("A.java"));
    }
    Files.writeString(
        root.resolve(name).resolve("pom.xml"),
        "<project><dependencies>%s</dependencies></project>".formatted(dependencies));
  }

  private static String dependency(String module, String scope) {
    return "<dependency><groupId>io.plumbline</groupId><artifactId>plumbline-%s</artifactId><scope>%s</scope></dependency>"
        .formatted(module, scope);
  }
}
