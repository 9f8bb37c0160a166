package io.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What a native image cannot do, or does only with a configuration that nobody keeps true. */
final class NativeFriendliness {

  private static final Set<String> REFLECTION =
      Set.of(
          "java.lang.Class#forName",
          "java.lang.Class#newInstance",
          "java.lang.Class#getConstructor",
          "java.lang.Class#getField",
          "java.lang.Class#getDeclaredField",
          "java.lang.Class#getDeclaredFields",
          "java.lang.Class#getDeclaredMethod",
          "java.lang.Class#getDeclaredMethods",
          "java.lang.Class#getDeclaredConstructor",
          "java.lang.Class#getDeclaredConstructors",
          "java.lang.Class#getMethod",
          "java.lang.Class#getMethods",
          "java.lang.ClassLoader#loadClass",
          "java.lang.ClassLoader#getResources",
          "java.lang.ClassLoader#resources",
          "java.util.ServiceLoader#load",
          "java.lang.reflect.AccessibleObject#setAccessible",
          "java.lang.reflect.Constructor#setAccessible",
          "java.lang.reflect.Field#setAccessible",
          "java.lang.reflect.Method#setAccessible",
          "java.lang.reflect.Constructor#newInstance",
          "java.lang.reflect.Method#invoke");

  private static final Set<String> TYPES =
      Set.of(
          "java.lang.reflect.Proxy",
          "java.lang.reflect.InvocationHandler",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream",
          "java.net.URLClassLoader",
          "sun.misc.Unsafe");

  private static final Set<String> NOT_AT_BUILD_TIME =
      Set.of(
          "java.lang.Thread#<init>",
          "java.lang.Thread#start",
          "java.net.Socket#<init>",
          "java.net.ServerSocket#<init>",
          "java.net.http.HttpClient#newHttpClient",
          "java.net.http.HttpClient#newBuilder",
          "java.security.SecureRandom#<init>",
          "java.util.Random#<init>",
          "java.util.SplittableRandom#<init>",
          "java.util.UUID#randomUUID",
          "java.util.Timer#<init>",
          "java.util.concurrent.ForkJoinPool#<init>",
          "java.util.concurrent.Executors#newCachedThreadPool",
          "java.util.concurrent.Executors#newFixedThreadPool",
          "java.util.concurrent.Executors#newScheduledThreadPool",
          "java.util.concurrent.Executors#newSingleThreadExecutor",
          "java.util.concurrent.Executors#newSingleThreadScheduledExecutor",
          "java.util.concurrent.ThreadPoolExecutor#<init>");

  private NativeFriendliness() {}

  /** No reflection, class loading by name or search of the class path. */
  static ArchRule usesNoReflection() {
    return noClasses()
        .should()
        .accessTargetWhere(new ForbiddenTargets("reflect or search the class path", REFLECTION))
        .allowEmptyShould(true);
  }

  /** No dynamic proxies, Java serialization or unsafe memory. */
  static ArchRule usesNoProxiesOrSerialization() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "make proxies, serialize or go round the JVM",
                type -> TYPES.contains(type.getFullName())))
        .allowEmptyShould(true);
  }

  /** No thread, socket or chance in a static initialiser: it would be frozen into the image. */
  static ArchRule keepsStaticInitialisersStill() {
    ForbiddenTargets targets =
        new ForbiddenTargets("start a thread, a socket or a random source", NOT_AT_BUILD_TIME);
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "run in a static initialiser and " + targets.getDescription(),
                (JavaAccess<?> access) ->
                    access.getOrigin() instanceof JavaStaticInitializer && targets.test(access)))
        .allowEmptyShould(true);
  }
}
