package io.plumbline.architecture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A module of the house: the directory it lies in, the modules that it may use, and, for a pure
 * module, the packages of other people's code that it may use besides the JDK.
 *
 * @param directory directory below the project root
 * @param uses directories of the modules of ours that it may depend on
 * @param pure whether it is science without a framework, input or output, clock or thread
 * @param libraries package prefixes a pure module may use besides {@code java.}
 */
record Module(String directory, Set<String> uses, boolean pure, Set<String> libraries) {

  private static final Set<String> PURE =
      Set.of("preference", "statistics", "objectives", "judgment", "reward-models");

  /** The house of DESIGN.md, bottom to top. */
  static final List<Module> HOUSE =
      List.of(
          impure("api"),
          pure("preference", Set.of(), "com.fasterxml.jackson."),
          pure(
              "statistics",
              Set.of(),
              "org.hipparchus.",
              "de.bwaldvogel.liblinear.",
              "com.fasterxml.jackson.core."),
          pure("objectives", Set.of()),
          pure(
              "judgment",
              Set.of("preference", "statistics"),
              "com.fasterxml.jackson.",
              "com.google.re2j."),
          pure(
              "reward-models",
              Set.of("preference", "statistics", "objectives"),
              "org.hipparchus.",
              "com.fasterxml.jackson."),
          impure("models"),
          impure("postgres"),
          impure("service-testing", "postgres"),
          impure("service-kit", "api"),
          impure("black-box", "api"),
          impure("objectives-server", "api", "objectives"),
          service("judge-service"),
          service("reward-service"),
          impure("trainer-worker", "api", "preference", "statistics", "objectives", "models"),
          service("trainer-service", "objectives-server"),
          new Module("cli", lower("models", "postgres", "objectives-server"), false, Set.of()));

  private static Module pure(String directory, Set<String> uses, String... libraries) {
    return new Module(directory, uses, true, Set.of(libraries));
  }

  private static Module impure(String directory, String... uses) {
    return new Module(directory, Set.of(uses), false, Set.of());
  }

  private static Module service(String directory, String... others) {
    Set<String> uses = new HashSet<>(lower("models", "service-kit"));
    uses.addAll(Arrays.asList(others));
    return new Module(directory, Set.copyOf(uses), false, Set.of());
  }

  private static Set<String> lower(String... others) {
    Set<String> all = new HashSet<>(PURE);
    all.add("api");
    all.addAll(Arrays.asList(others));
    return Set.copyOf(all);
  }
}
