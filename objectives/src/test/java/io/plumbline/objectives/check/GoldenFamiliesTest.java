package io.plumbline.objectives.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.objectives.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoldenFamiliesTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("plumbline.root", "."), "../shared/golden/trl_losses.json");

  @Test
  void meetsEveryValueOfTrl() throws IOException {
    assumeThat(GOLDEN).as("the golden file is kept beside the project").exists();

    CheckReport report =
        ReferenceChecker.check(
            CaseFiles.read(GOLDEN), new ReferenceCaseReader(Catalogue.standard()));

    assertThat(report.failures()).isEmpty();
    assertThat(report.cases()).isEqualTo(47);
    assertThat(report.maxRelativeError()).isLessThan(1e-6);
  }
}
