package io.plumbline.statistics.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the published data that tests are held to, beside the project. */
public final class SharedData {
  private SharedData() {}

  /** The file or folder, or the test is skipped where it is absent. */
  public static Path require(String name) {
    Path path = Path.of(System.getProperty("plumbline.root", "."), "../shared/data", name);
    assumeTrue(Files.exists(path), "published data is absent: " + path);
    return path;
  }
}
