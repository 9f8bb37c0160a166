package io.plumbline.objectives.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.objectives.catalogue.Catalogue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case file under {@code resources/cases}; the script beside each tells whose code made it.
 */
class CaseFilesTest {
  @TestFactory
  List<DynamicTest> meetsTheValuesOf() throws IOException, URISyntaxException {
    Path directory = Path.of(CaseFilesTest.class.getResource("/cases").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    CheckReport report =
        ReferenceChecker.check(CaseFiles.read(file), new ReferenceCaseReader(Catalogue.standard()));

    assertThat(report.failures()).isEmpty();
    assertThat(report.cases()).isPositive();
  }
}
