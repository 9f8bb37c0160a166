package io.plumbline.cli.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {
  @TempDir Path directory;

  private ImageContents judge;

  @BeforeEach
  void packageAService() throws IOException {
    Path application = directory.resolve("quarkus-app");
    for (String file : List.of("lib/main/library.jar", "app/judge.jar", "quarkus-run.jar")) {
      Files.createDirectories(application.resolve(file).getParent());
      Files.writeString(application.resolve(file), file);
    }
    judge =
        new ImageContents(
            "judge-service",
            application,
            List.of("lib"),
            List.of("app", "quarkus-run.jar"),
            "quarkus-run.jar",
            Map.of("QUARKUS_HTTP_PORT", 8081, "QUARKUS_GRPC_SERVER_PORT", 9081),
            70);
  }

  @Test
  void startsJavaAsAnUnprivilegedUserOnTheServicesPorts() throws IOException {
    OciArchive archive = OciArchive.open(write(new ImageBase.Scratch()).file());

    JsonNode config = archive.configuration().get("config");

    assertThat(texts(config.get("Entrypoint")))
        .containsExactly("java", "-jar", "/opt/plumbline/quarkus-run.jar");
    assertThat(config.get("User").asText()).isEqualTo("10001:10001");
    assertThat(config.get("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("8081/tcp", "9081/tcp");
    assertThat(texts(config.get("Env")))
        .contains("QUARKUS_HTTP_HOST=0.0.0.0", "QUARKUS_GRPC_SERVER_PORT=9081");
    assertThat(config.at("/Labels/org.opencontainers.image.licenses").asText())
        .isEqualTo("Apache-2.0");
  }

  @Test
  void opensTheSidecarToThePodThatItIsIn() throws IOException {
    Path jar = directory.resolve("objectives-server/target/plumbline-objectives-server.jar");
    for (String module : List.of("judge-service", "reward-service", "trainer-service")) {
      touch(directory.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }
    touch(directory.resolve("trainer-worker/target/plumbline-trainer-worker.jar"));
    touch(jar);

    ImageContents sidecar =
        ImageContents.of(directory).stream()
            .filter(contents -> contents.name().equals("objectives-server"))
            .findFirst()
            .orElseThrow();

    assertThat(sidecar.directory().resolve(sidecar.jar())).isEqualTo(jar);
    assertThat(sidecar.exposedPorts()).containsExactly(9084);
    assertThat(sidecar.environment())
        .containsEntry("PLUMBLINE_OBJECTIVES_HOST", "0.0.0.0")
        .containsEntry("PLUMBLINE_OBJECTIVES_PORT", "9084");
  }

  @Test
  void putsLibrariesBelowTheApplication() throws IOException {
    OciArchive archive = OciArchive.open(write(new ImageBase.Scratch()).file());

    assertThat(archive.layers()).hasSize(2);
    assertThat(archive.filesOfLayer(0)).containsExactly("opt/plumbline/lib/main/library.jar");
    assertThat(archive.filesOfLayer(1))
        .containsExactlyInAnyOrder("opt/plumbline/app/judge.jar", "opt/plumbline/quarkus-run.jar");
  }

  @Test
  void liesOnTheBaseThatIsGiven() throws Exception {
    Path javaFile = Files.writeString(directory.resolve("java"), "#!/bin/sh");
    Path base = directory.resolve("base.tar");
    Jib.fromScratch()
        .addLayer(List.of(javaFile), AbsoluteUnixPath.get("/usr/bin"))
        .addEnvironmentVariable("PATH", "/usr/bin")
        .containerize(
            Containerizer.to(TarImage.at(base).named("base"))
                .setBaseImageLayersCache(directory.resolve("cache"))
                .setApplicationLayersCache(directory.resolve("cache"))
                .setOfflineMode(true));

    OciArchive archive = OciArchive.open(write(ImageBase.of(base.toString())).file());

    assertThat(archive.layers()).hasSize(3);
    assertThat(archive.filesOfLayer(0)).containsExactly("usr/bin/java");
    assertThat(texts(archive.configuration().at("/config/Env"))).contains("PATH=/usr/bin");
  }

  @Test
  void writesTheSameImageTwice() {
    assertThat(write(new ImageBase.Scratch()).digest())
        .isEqualTo(write(new ImageBase.Scratch()).digest());
  }

  @Test
  void namesTheRemedyWhereTheBaseIsMissing() {
    assertThatThrownBy(() -> ImageBase.of("nowhere.tar"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--base: there is no file nowhere.tar; name an archive as docker save writes it, or"
                + " scratch");
  }

  @Test
  void namesTheRemedyWhereAServiceIsNotPackaged() {
    assertThatThrownBy(() -> ImageContents.of(directory))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("judge-service is not packaged")
        .hasMessageEndingWith("run mvn package -Pquick");
  }

  private static void touch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private ImageArchive write(ImageBase base) {
    return ImageArchive.write(judge, base, "0.1.0", directory, directory.resolve("cache"));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
