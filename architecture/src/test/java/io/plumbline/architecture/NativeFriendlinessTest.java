package io.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.architecture.fixture.Unfriendly;
import java.util.Map;
import java.util.Set;
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

  /** What services are made of. */
  private static final JavaClasses IN_EXECUTABLES =
      HANDWRITTEN.that(
          DescribedPredicate.describe(
              "in a service",
              (JavaClass type) ->
                  Set.of("service-kit", "judge-service", "reward-service", "trainer-service")
                      .contains(CompiledHouse.house().moduleOf(type))));

  private static final JavaClasses FIXTURE =
      new ClassFileImporter().importClasses(Unfriendly.class, Unfriendly.Stored.class);

  @Test
  void nothingReflects() {
    NativeFriendliness.usesNoReflection().check(HANDWRITTEN);
  }

  @Test
  void nothingKnowsMembersByReflection() {
    NativeFriendliness.knowsNoReflection().check(HANDWRITTEN);
  }

  @Test
  void nothingSerializes() {
    NativeFriendliness.usesNoSerialization().check(HANDWRITTEN);
  }

  @Test
  void whatJacksonReadsInAServiceIsRegistered() {
    NativeFriendliness.registersWhatJacksonReads().check(IN_EXECUTABLES);
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
        .contains("forName", "getDeclaredMethod", "getConstructor", "getFields", "getRecordCompo");
  }

  @Test
  void refusesMembersThatWereFoundElsewhere() {
    assertThat(violations(NativeFriendliness.knowsNoReflection()))
        .contains("setAccessible", "Constructor.newInstance", "java.lang.reflect.Field.get")
        .contains("java.lang.reflect.Proxy", "java.lang.invoke.MethodHandles");
  }

  @Test
  void refusesTheSearchOfTheClassPath() {
    assertThat(violations(NativeFriendliness.usesNoReflection()))
        .contains("java.lang.ClassLoader.resources", "java.util.ServiceLoader.load");
  }

  @Test
  void refusesSerialization() {
    assertThat(violations(NativeFriendliness.usesNoSerialization()))
        .contains("java.io.ObjectInputStream");
  }

  @Test
  void refusesChanceInAStaticInitialiser() {
    assertThat(violations(NativeFriendliness.keepsStaticInitialisersStill()))
        .contains("<clinit>", "java.util.Random");
  }

  @Test
  void refusesChanceInWhatAStaticInitialiserCalls() {
    assertThat(violations(NativeFriendliness.keepsStaticInitialisersStill()))
        .contains("Unfriendly.seed()", "java.util.concurrent.ThreadLocalRandom.current")
        .doesNotContain("java.lang.Math.random");
  }

  @Test
  void refusesToReadWhatIsNotRegistered() {
    assertThat(violations(NativeFriendliness.registersWhatJacksonReads()))
        .contains("Unfriendly$Stored, which has no @RegisterForReflection");
  }

  private static String violations(ArchRule rule) {
    return rule.evaluate(FIXTURE).getFailureReport().toString();
  }
}
