package io.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.architecture.fixture.Impure;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurityTest {

  private static final JavaClasses FIXTURE = new ClassFileImporter().importClasses(Impure.class);

  static Stream<Module> pureModules() {
    return Module.HOUSE.stream().filter(Module::pure);
  }

  @ParameterizedTest
  @MethodSource("pureModules")
  void pureModulesKnowNoFramework(Module module) {
    Purity.knowsNoFramework(module.libraries()).check(CompiledHouse.house().of(module));
  }

  @ParameterizedTest
  @MethodSource("pureModules")
  void pureModulesOpenNothing(Module module) {
    Purity.opensNothing().check(CompiledHouse.house().of(module));
  }

  @ParameterizedTest
  @MethodSource("pureModules")
  void pureModulesDependOnTheirArgumentsOnly(Module module) {
    Purity.dependsOnItsArgumentsOnly().check(CompiledHouse.house().of(module));
  }

  @Test
  void objectivesAndStatisticsUseNothingOfOurs() {
    assertThat(Module.HOUSE)
        .filteredOn(module -> Set.of("objectives", "statistics").contains(module.directory()))
        .hasSize(2)
        .allSatisfy(module -> assertThat(module.uses()).isEmpty());
  }

  @Test
  void refusesAFramework() {
    assertThat(violations(Purity.knowsNoFramework(Set.of()))).contains("org.assertj");
  }

  @Test
  void refusesFilesSocketsAndThreads() {
    assertThat(violations(Purity.opensNothing()))
        .contains("java.nio.file.Path", "java.net.Socket", "java.lang.Thread");
  }

  @Test
  void refusesTheClockAndUnseededChance() {
    assertThat(violations(Purity.dependsOnItsArgumentsOnly()))
        .contains("java.time.Instant.now", "java.lang.System.nanoTime", "java.util.Random");
  }

  private static String violations(ArchRule rule) {
    return rule.evaluate(FIXTURE).getFailureReport().toString();
  }
}
