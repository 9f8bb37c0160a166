package io.plumbline.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What runs when a class is initialised: its static initialiser and what that calls within it. */
final class StaticInitialisation {
  private final Map<JavaClass, Set<JavaCodeUnit>> known = new HashMap<>();

  /** Whether a call, construction or field access happens there. */
  boolean contains(JavaAccess<?> access) {
    return known
        .computeIfAbsent(access.getOriginOwner(), StaticInitialisation::of)
        .contains(access.getOrigin());
  }

  private static Set<JavaCodeUnit> of(JavaClass type) {
    Set<JavaCodeUnit> reached = new HashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>();
    type.getStaticInitializer().ifPresent(open::add);
    while (!open.isEmpty()) {
      JavaCodeUnit next = open.remove();
      if (reached.add(next)) {
        next.getCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().equals(type))
            .forEach(call -> call.getTarget().resolveMember().ifPresent(open::add));
      }
    }
    return reached;
  }
}
