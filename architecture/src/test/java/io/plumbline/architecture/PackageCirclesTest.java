package io.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.plumbline.architecture.fixture.circle.left.Left;
import io.plumbline.architecture.fixture.circle.right.Right;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageCirclesTest {

  private static final ArchRule FREE_OF_CIRCLES =
      SlicesRuleDefinition.slices()
          .assignedFrom(new ByPackage())
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  static Stream<Module> handwrittenModules() {
    return Module.HOUSE.stream().filter(module -> !module.directory().equals("api"));
  }

  @ParameterizedTest
  @MethodSource("handwrittenModules")
  void packagesHaveNoCircle(Module module) {
    FREE_OF_CIRCLES.check(CompiledHouse.house().of(module));
  }

  @Test
  void refusesTwoPackagesThatUseEachOther() {
    JavaClasses fixture = new ClassFileImporter().importClasses(Left.class, Right.class);

    List<String> details = FREE_OF_CIRCLES.evaluate(fixture).getFailureReport().getDetails();

    assertThat(details).singleElement().asString().contains("circle.left", "circle.right");
  }

  private static final class ByPackage implements SliceAssignment {

    @Override
    public String getDescription() {
      return "packages";
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("io.plumbline")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }
  }
}
