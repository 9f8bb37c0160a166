package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dplumbline.docs.write=true} to write the page anew. */
class ReferencePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("plumbline.root", ".."), "docs/reference/objectives.md");

  @Test
  void isWhatTheCatalogueSays() throws IOException {
    String page = new ReferencePage(Catalogue.standard(), Omission.all()).markdown();
    if (Boolean.getBoolean("plumbline.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).as("run with -Dplumbline.docs.write=true").isEqualTo(page);
  }
}
