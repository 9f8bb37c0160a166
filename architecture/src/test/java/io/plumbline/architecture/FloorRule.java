package io.plumbline.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A class depends on its own module and on those that its module may use, so that nothing imports
 * upwards.
 */
final class FloorRule extends ArchCondition<JavaClass> {

  private final Function<JavaClass, String> moduleOf;
  private final Map<String, Set<String>> uses;

  /**
   * @param moduleOf the module of a class, null for a class that is not ours
   * @param uses for each module, the modules that it may use
   */
  FloorRule(Function<JavaClass, String> moduleOf, Map<String, Set<String>> uses) {
    super("depend only on the floors below");
    this.moduleOf = moduleOf;
    this.uses = Map.copyOf(uses);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String module = moduleOf.apply(type);
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      String floor = moduleOf.apply(target);
      if (floor != null && !floor.equals(module) && !uses.get(module).contains(floor)) {
        events.add(
            SimpleConditionEvent.violated(
                dependency,
                module + " must not use " + floor + ": " + dependency.getDescription()));
      }
    }
  }
}
