package io.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.architecture.fixture.rest.LeakyDoor;
import io.plumbline.architecture.fixture.rest.StoredVerdict;
import org.junit.jupiter.api.Test;

class DoorsTest {

  private static final ArchRule CONTRACT_IS_PLAIN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
          .allowEmptyShould(true);

  private static final ArchRule ENTITIES_STAY_INSIDE =
      classes().should(new NoEntityInSignatures()).allowEmptyShould(true);

  @Test
  void theContractKnowsNoDatabase() {
    CONTRACT_IS_PLAIN.check(CompiledHouse.house().of(Module.HOUSE.get(0)));
  }

  @Test
  void doorsShowNoEntity() {
    ENTITIES_STAY_INSIDE.check(CompiledHouse.house().classes());
  }

  @Test
  void refusesAnEntityInTheContract() {
    JavaClasses fixture = new ClassFileImporter().importClasses(StoredVerdict.class);

    assertThat(CONTRACT_IS_PLAIN.evaluate(fixture).getFailureReport().toString())
        .contains("jakarta.persistence.Entity");
  }

  @Test
  void refusesADoorThatReturnsAnEntity() {
    JavaClasses fixture =
        new ClassFileImporter().importClasses(LeakyDoor.class, StoredVerdict.class);

    assertThat(ENTITIES_STAY_INSIDE.evaluate(fixture).getFailureReport().toString())
        .contains("LeakyDoor.find");
  }
}
