package io.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.architecture.fixture.Unfriendly;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeFriendlinessTest {

  /** Classes that may, each with its reason; none so far needs to. */
  private static final Map<String, String> ALLOWED = Map.of();

  private static final JavaClasses HANDWRITTEN =
      CompiledHouse.house()
          .classes()
          .that(
              DescribedPredicate.describe(
                  "written by hand and not allowed by name",
                  (JavaClass type) ->
                      !"api".equals(CompiledHouse.house().moduleOf(type))
                          && !ALLOWED.containsKey(type.getFullName())));

  private static final JavaClasses FIXTURE =
      new ClassFileImporter().importClasses(Unfriendly.class);

  @Test
  void nothingReflects() {
    NativeFriendliness.usesNoReflection().check(HANDWRITTEN);
  }

  @Test
  void nothingMakesProxiesOrSerializes() {
    NativeFriendliness.usesNoProxiesOrSerialization().check(HANDWRITTEN);
  }

  @Test
  void staticInitialisersStartNothing() {
    NativeFriendliness.keepsStaticInitialisersStill().check(HANDWRITTEN);
  }

  @Test
  void allowedClassesExist() {
    assertThat(CompiledHouse.house().classes())
        .extracting(JavaClass::getFullName)
        .containsAll(ALLOWED.keySet());
  }

  @Test
  void refusesReflection() {
    assertThat(violations(NativeFriendliness.usesNoReflection()))
        .contains("forName", "getDeclaredMethod", "setAccessible", "getConstructor", "newInstance");
  }

  @Test
  void refusesTheSearchOfTheClassPath() {
    assertThat(violations(NativeFriendliness.usesNoReflection()))
        .contains("java.lang.ClassLoader.resources", "java.util.ServiceLoader.load");
  }

  @Test
  void refusesProxiesAndSerialization() {
    assertThat(violations(NativeFriendliness.usesNoProxiesOrSerialization()))
        .contains("java.lang.reflect.Proxy", "java.io.ObjectInputStream");
  }

  @Test
  void refusesChanceInAStaticInitialiser() {
    assertThat(violations(NativeFriendliness.keepsStaticInitialisersStill()))
        .contains("<clinit>", "java.util.Random");
  }

  private static String violations(ArchRule rule) {
    return rule.evaluate(FIXTURE).getFailureReport().toString();
  }
}
