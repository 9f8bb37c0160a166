package io.plumbline.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

  /** A program whose classes are archived. */
  public static final class Greeting {
    public static void main(String[] arguments) {
      System.out.println("hello");
    }
  }

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void packageAProgram() throws IOException {
    jar = directory.resolve("greeting.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeting.class.getName());
    String name = Greeting.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream type = Greeting.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      type.transferTo(out);
    }
  }

  @Test
  void hasNothingToSayWhereThereIsNoArchive() {
    assertThat(ClassArchive.of(jar).flags()).isEmpty();
    assertThat(ClassArchive.of(jar).remark()).isEmpty();
  }

  // The JVM itself tells where it took the class from.
  @Test
  void letsJavaTakeItsClassesFromTheArchive() throws Exception {
    record(jar);

    List<String> loaded = run(ClassArchive.of(jar).flags(), "-Xlog:class+load");

    assertThat(loaded)
        .anyMatch(
            line -> line.contains(Greeting.class.getName()) && line.contains("shared object"));
  }

  @Test
  void saysThatAJarHasChanged() throws Exception {
    record(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

    ClassArchive archive = ClassArchive.of(jar);

    assertThat(archive.flags()).isEmpty();
    assertThat(archive.remark())
        .hasValueSatisfying(
            remark -> assertThat(remark).startsWith("starts without ").contains("greeting.jar of"));
  }

  // A recorder that was killed may have left half an archive.
  @Test
  void doesNotTakeAnArchiveBeforeItIsKnownToBeWhole() throws Exception {
    record(jar);

    run(ClassArchive.recordingFlags(jar));

    assertThat(ClassArchive.of(jar).flags()).isEmpty();
    assertThat(ClassArchive.of(jar).remark()).isEmpty();
    ClassArchive.recorded(jar);
    assertThat(ClassArchive.of(jar).fits()).isTrue();
  }

  @Test
  void saysThatTheInventoryIsMissing() throws Exception {
    record(jar);
    Files.delete(Path.of(ClassArchive.file(jar) + ".inventory"));

    assertThat(ClassArchive.of(jar).flags()).isEmpty();
    assertThat(ClassArchive.of(jar).remark()).isPresent();
  }

  @Test
  void tellsOfAnArchiveThatIsNotUsed() throws Exception {
    record(jar);
    Path with = directory.resolve("with.log");
    Path without = directory.resolve("without.log");

    run(ClassArchive.of(jar).checkingFlags(with));
    run(ArchiveUse.flags(without));

    assertThat(ArchiveUse.of(with)).isEqualTo(new ArchiveUse(1, 1));
    assertThat(ArchiveUse.of(without)).isEqualTo(new ArchiveUse(1, 0));
  }

  @Test
  void saysThatNoArchiveWasWritten() {
    assertThatThrownBy(() -> ClassArchive.recorded(jar))
        .hasMessageStartingWith("no archive of classes was written");
  }

  private void record(Path program) throws Exception {
    run(ClassArchive.recordingFlags(program));
    ClassArchive.recorded(program);
  }

  private List<String> run(List<String> flags, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(flags);
    command.addAll(List.of(more));
    command.addAll(List.of("-jar", jar.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines;
    try (var output = process.inputReader()) {
      lines = output.lines().toList();
    }
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
