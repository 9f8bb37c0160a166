package io.plumbline.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The compiled classes of every module, read from {@code MODULE/target/classes} below the project
 * root.
 */
final class CompiledHouse {

  private static final CompiledHouse INSTANCE = read();

  private final Path root;
  private final List<Path> uncompiled;
  private final JavaClasses classes;

  private CompiledHouse(Path root, List<Path> uncompiled, JavaClasses classes) {
    this.root = root;
    this.uncompiled = uncompiled;
    this.classes = classes;
  }

  /** The house of this build, read once. */
  static CompiledHouse house() {
    return INSTANCE;
  }

  /** Where the classes of a module with sources should lie and do not. */
  List<Path> uncompiled() {
    return uncompiled;
  }

  JavaClasses classes() {
    return classes;
  }

  /** The classes of one module; none where the module has no source yet. */
  JavaClasses of(Module module) {
    return classes.that(
        DescribedPredicate.describe(
            "in " + module.directory(), type -> module.directory().equals(moduleOf(type))));
  }

  /** The directory of the module that a class was compiled from, or null for other people's. */
  String moduleOf(JavaClass type) {
    return type.getSource()
        .filter(source -> source.getUri().getScheme().equals("file"))
        .map(source -> Path.of(source.getUri()))
        .filter(file -> file.startsWith(root))
        .map(file -> root.relativize(file).getName(0).toString())
        .orElse(null);
  }

  private static CompiledHouse read() {
    Path root = Path.of(System.getProperty("plumbline.root")).toAbsolutePath().normalize();
    Path build = Path.of(System.getProperty("plumbline.build"));
    List<Path> compiled = new ArrayList<>();
    List<Path> uncompiled = new ArrayList<>();
    for (Module module : Module.HOUSE) {
      Path directory = root.resolve(module.directory());
      Path output =
          directory.resolve(root.resolve("architecture").relativize(build)).resolve("classes");
      if (holds(output, ".class")) {
        compiled.add(output);
      } else if (holds(directory.resolve("src/main"), ".java")
          || holds(directory.resolve("src/main"), ".proto")) {
        uncompiled.add(output);
      }
    }
    return new CompiledHouse(
        root, List.copyOf(uncompiled), new ClassFileImporter().importPaths(compiled));
  }

  private static boolean holds(Path directory, String extension) {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(extension));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
