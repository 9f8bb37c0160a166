package io.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** What a native image cannot do, or does only with a configuration that nobody keeps true. */
final class NativeFriendliness {

  /** Methods that find members by name or at all, load classes, or search the class path. */
  private static final Pattern REFLECTION =
      Pattern.compile(
          """
          java\\.lang\\.Class\\#(
            forName|newInstance|getResources
            |get(Declared)?(Fields?|Methods?|Constructors?|Classes)
            |getRecordComponents|getEnclosing(Method|Constructor)|getPermittedSubclasses)
          |java\\.lang\\.ClassLoader\\#(loadClass|findClass|getResources|getSystemResources|resources)
          |java\\.util\\.ServiceLoader\\#.*
          """,
          Pattern.COMMENTS);

  /** Of the JDK's reflection nothing is needed. */
  private static final Set<String> REFLECTIVE_PACKAGES =
      Set.of("java.lang.reflect", "java.lang.invoke");

  private static final Set<String> TYPES =
      Set.of(
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream",
          "java.net.URLClassLoader",
          "sun.misc.Unsafe");

  private static final Pattern NOT_AT_BUILD_TIME =
      Pattern.compile(
          """
          java\\.lang\\.Thread\\#(<init>|start)
          |java\\.lang\\.Math\\#random
          |java\\.lang\\.System\\#getenv
          |java\\.lang\\.ref\\.Cleaner\\#create
          |java\\.net\\.(Server)?Socket\\#<init>
          |java\\.net\\.http\\.HttpClient\\#(newHttpClient|newBuilder)
          |java\\.nio\\.channels\\..*Channel\\#open
          |java\\.security\\.SecureRandom\\#.*
          |java\\.util\\.(Splittable)?Random\\#<init>
          |java\\.util\\.UUID\\#randomUUID
          |java\\.util\\.Timer\\#<init>
          |java\\.util\\.concurrent\\.ThreadLocalRandom\\#current
          |java\\.util\\.concurrent\\.ForkJoinPool\\#(<init>|commonPool)
          |java\\.util\\.concurrent\\.Executors\\#new.*
          |java\\.util\\.concurrent\\.(Scheduled)?ThreadPoolExecutor\\#<init>
          """,
          Pattern.COMMENTS);

  private NativeFriendliness() {}

  /** No reflection, class loading by name or search of the class path. */
  static ArchRule usesNoReflection() {
    return noClasses()
        .should()
        .accessTargetWhere(matching("reflect or search the class path", REFLECTION))
        .allowEmptyShould(true);
  }

  /** No members, handles, arrays or proxies by reflection. */
  static ArchRule knowsNoReflection() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to reflection",
                type -> REFLECTIVE_PACKAGES.contains(type.getPackageName())))
        .allowEmptyShould(true);
  }

  /** What Jackson reads and writes is registered. */
  static ArchRule registersWhatJacksonReads() {
    return classes().should(new JsonReflection()).allowEmptyShould(true);
  }

  /** No Java serialization or unsafe memory. */
  static ArchRule usesNoSerialization() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "serialize or go round the JVM", type -> TYPES.contains(type.getFullName())))
        .allowEmptyShould(true);
  }

  /** No thread, socket or chance in a static initialiser: it would be frozen into the image. */
  static ArchRule keepsStaticInitialisersStill() {
    StaticInitialisation initialisation = new StaticInitialisation();
    DescribedPredicate<JavaAccess<?>> targets =
        matching("start a thread, a socket or a random source", NOT_AT_BUILD_TIME);
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "run in a static initialiser and " + targets.getDescription(),
                (JavaAccess<?> access) -> targets.test(access) && initialisation.contains(access)))
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaAccess<?>> matching(String description, Pattern members) {
    return DescribedPredicate.describe(
        description,
        access ->
            members
                .matcher(access.getTargetOwner().getFullName() + "#" + access.getName())
                .matches());
  }
}
