package io.plumbline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * Classes that use Jackson name only types of ours that are registered for reflection, be it to
 * read or to write them: Quarkus finds those in REST signatures alone, and a native executable
 * fails on any other when it comes to it.
 */
final class JsonReflection extends ArchCondition<JavaClass> {
  private static final String OURS = "io.plumbline.";
  private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";
  private static final Set<String> EXCEPTIONS =
      Set.of("java.lang.Exception", "java.lang.RuntimeException");

  private static final Set<String> JACKSON =
      Set.of(
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.databind.ObjectReader",
          "com.fasterxml.jackson.databind.ObjectWriter");

  JsonReflection() {
    super("name only types that are registered for reflection");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean usesJackson =
        type.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> JACKSON.contains(dependency.getTargetClass().getFullName()));
    if (!usesJackson) {
      return;
    }
    for (ReferencedClassObject named : type.getReferencedClassObjects()) {
      JavaClass target = named.getRawType();
      boolean ours = target.getName().startsWith(OURS) && !target.equals(type);
      if (ours && !isException(target) && !target.isAnnotatedWith(REGISTERED)) {
        events.add(
            SimpleConditionEvent.violated(
                named,
                "%s names %s, which has no @RegisterForReflection (line %d)"
                    .formatted(type.getName(), target.getName(), named.getLineNumber())));
      }
    }
  }

  // The JDK's own hierarchy is not imported: all that is known of it are the names that ours
  // extend.
  private static boolean isException(JavaClass type) {
    return type.getAllRawSuperclasses().stream()
        .anyMatch(parent -> EXCEPTIONS.contains(parent.getName()));
  }
}
