package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryObjectiveIsCheckedTest {
  @Test
  void againstAnotherProjectsCodeOrByHand() throws IOException, URISyntaxException {
    Set<String> checked = new HashSet<>(TrlNames.byEntry().keySet());
    checked.addAll(HandCalculationTest.NAMES);
    checked.addAll(ReadingsTest.NAMES);
    checked.addAll(DiffusionCalculationTest.NAMES);
    checked.addAll(GamesByHandTest.NAMES);
    checked.addAll(inCaseFiles());

    assertThat(Catalogue.standard().entries()).extracting(CatalogueEntry::name).isSubsetOf(checked);
  }

  private static Set<String> inCaseFiles() throws IOException, URISyntaxException {
    Path directory = Path.of(EveryObjectiveIsCheckedTest.class.getResource("/cases").toURI());
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> cases = files.filter(file -> file.toString().endsWith(".json")).toList();
      for (Path file : cases) {
        for (JsonNode tree : new ObjectMapper().readTree(file.toFile()).get("cases")) {
          names.add(tree.path("objective").asText());
        }
      }
    }
    return names;
  }
}
