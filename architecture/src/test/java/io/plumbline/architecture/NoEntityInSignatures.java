package io.plumbline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A door (a class in a package {@code grpc} or {@code rest}) neither takes nor returns a database
 * entity, bare or inside a {@code Uni} or a list.
 */
final class NoEntityInSignatures extends ArchCondition<JavaClass> {

  private static final Pattern DOOR = Pattern.compile(".*\\.(grpc|rest)(\\..*)?");

  NoEntityInSignatures() {
    super("show no entity at a door");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!DOOR.matcher(type.getPackageName()).matches()) {
      return;
    }
    for (JavaMethod method : type.getMethods()) {
      Set<JavaClass> shown = method.getAllInvolvedRawTypes();
      shown.stream()
          .filter(value -> value.isAnnotatedWith("jakarta.persistence.Entity"))
          .forEach(
              value ->
                  events.add(
                      SimpleConditionEvent.violated(
                          method, method.getFullName() + " shows the entity " + value.getName())));
    }
  }
}
