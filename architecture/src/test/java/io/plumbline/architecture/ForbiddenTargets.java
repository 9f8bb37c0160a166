package io.plumbline.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/**
 * Calls and constructions named as {@code owner#member}: {@code java.lang.System#nanoTime}, or
 * {@code java.lang.Thread#<init>} for a constructor.
 */
final class ForbiddenTargets extends DescribedPredicate<JavaAccess<?>> {

  private final Set<String> members;

  ForbiddenTargets(String description, Set<String> members) {
    super(description);
    this.members = Set.copyOf(members);
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return members.contains(access.getTargetOwner().getFullName() + "#" + access.getName());
  }
}
