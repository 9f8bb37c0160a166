package io.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import io.plumbline.architecture.fixture.lower.ImportsUpwards;
import io.plumbline.architecture.fixture.upper.Upper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FloorsTest {

  private static final CompiledHouse HOUSE = CompiledHouse.house();

  private static final Map<String, String> FIXTURE_FLOORS =
      Map.of(ImportsUpwards.class.getPackageName(), "lower", Upper.class.getPackageName(), "upper");

  @Test
  void everyModuleWithSourcesIsCompiled() {
    assertThat(HOUSE.uncompiled())
        .as("missing classes; build the whole house: mvn verify")
        .isEmpty();
  }

  @Test
  void nothingImportsUpwards() {
    Map<String, Set<String>> uses =
        Module.HOUSE.stream().collect(Collectors.toMap(Module::directory, Module::uses));
    classes().should(new FloorRule(HOUSE::moduleOf, uses)).check(HOUSE.classes());
  }

  @Test
  void floorsHaveNoCircle() {
    Set<String> below = new HashSet<>();
    for (Module module : Module.HOUSE) {
      assertThat(below).as("floors below " + module.directory()).containsAll(module.uses());
      below.add(module.directory());
    }
  }

  @Test
  void everyModuleOfTheBuildHasItsFloor() throws Exception {
    String pom = Files.readString(Path.of(System.getProperty("plumbline.root"), "pom.xml"));
    Matcher module = Pattern.compile("<module>([a-z-]+)</module>").matcher(pom);
    Set<String> built = new TreeSet<>();
    while (module.find()) {
      built.add(module.group(1));
    }
    built.remove("architecture");
    assertThat(Module.HOUSE)
        .extracting(Module::directory)
        .containsExactlyInAnyOrderElementsOf(built);
  }

  @Test
  void noPackageIsSplitBetweenModules() {
    Map<String, Set<String>> modules = new TreeMap<>();
    for (JavaClass type : HOUSE.classes()) {
      modules
          .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
          .add(HOUSE.moduleOf(type));
    }
    assertThat(modules).allSatisfy((name, owners) -> assertThat(owners).as(name).hasSize(1));
  }

  @Test
  void refusesAClassThatImportsUpwards() {
    JavaClasses fixture = new ClassFileImporter().importClasses(ImportsUpwards.class, Upper.class);
    FloorRule rule =
        new FloorRule(
            type -> FIXTURE_FLOORS.get(type.getPackageName()),
            Map.of("lower", Set.of(), "upper", Set.of("lower")));

    EvaluationResult result = classes().should(rule).evaluate(fixture);

    assertThat(result.getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("lower must not use upper"));
  }
}
