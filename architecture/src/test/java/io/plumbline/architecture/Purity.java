package io.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * What pure modules leave alone: frameworks, files, the network, processes, the clock, threads of
 * their own and unseeded randomness.
 */
final class Purity {

  private static final Set<String> INPUT_AND_OUTPUT =
      Set.of(
          "java.io.File",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.RandomAccessFile",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime");

  private static final Set<String> INPUT_AND_OUTPUT_PACKAGES =
      Set.of("java.nio.file", "java.nio.channels", "java.sql", "javax.net");

  private static final Set<String> THREADS =
      Set.of(
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.util.Timer",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.ScheduledExecutorService",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.security.SecureRandom");

  private static final Set<String> MEMBERS =
      Set.of(
          "java.lang.System#currentTimeMillis",
          "java.lang.System#nanoTime",
          "java.lang.System#getenv",
          "java.lang.System#getProperty",
          "java.lang.System#exit",
          "java.lang.System#out",
          "java.lang.System#err",
          "java.lang.System#in",
          "java.time.Clock#systemUTC",
          "java.time.Clock#systemDefaultZone",
          "java.time.Clock#system",
          "java.time.Instant#now",
          "java.time.LocalDate#now",
          "java.time.LocalDateTime#now",
          "java.time.OffsetDateTime#now",
          "java.time.ZonedDateTime#now",
          "java.util.UUID#randomUUID",
          "java.lang.Math#random");

  private Purity() {}

  /** The module uses the JDK, Plumbline and its named libraries, nothing else. */
  static ArchRule knowsNoFramework(Set<String> libraries) {
    return classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are of the JDK, of Plumbline or of " + libraries,
                type -> known(type.getBaseComponentType(), libraries)))
        .allowEmptyShould(true);
  }

  /** No files, sockets, processes or threads. */
  static ArchRule opensNothing() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "reach files, the network, processes or threads",
                type ->
                    INPUT_AND_OUTPUT.contains(type.getFullName())
                        || THREADS.contains(type.getFullName())
                        || INPUT_AND_OUTPUT_PACKAGES.contains(type.getPackageName())
                        // A reference to media is an address; nothing is opened by it.
                        || (type.getPackageName().equals("java.net")
                            && !type.getSimpleName().startsWith("URI"))))
        .allowEmptyShould(true);
  }

  /** No clock, environment, console or unseeded randomness. */
  static ArchRule dependsOnItsArgumentsOnly() {
    return noClasses()
        .should()
        .accessTargetWhere(
            new ForbiddenTargets("read the clock, the environment or unseeded chance", MEMBERS))
        .orShould()
        .callConstructor(java.util.Random.class)
        .allowEmptyShould(true);
  }

  private static boolean known(JavaClass type, Set<String> libraries) {
    String name = type.getFullName();
    return type.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("io.plumbline.")
        || libraries.stream().anyMatch(name::startsWith);
  }
}
