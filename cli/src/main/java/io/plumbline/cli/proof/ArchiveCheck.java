package io.plumbline.cli.proof;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.suite.ArchiveUse;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceProgram;
import io.plumbline.cli.suite.Suite;
import io.plumbline.cli.suite.SuiteHome;
import io.plumbline.cli.suite.SuitePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts services with the archives of their classes and asks their JVMs whether they take our
 * classes out of them; an archive that is of no use is deleted.
 *
 * @param root the clone
 * @param settings of the services
 */
record ArchiveCheck(Path root, Map<ServiceKind, Map<String, String>> settings) {
  /**
   * @param home of the suite that is started for this
   * @return how much of each archive was used
   * @throws CommandFailedException where a service does not start with its archive, or takes no
   *     class of ours out of it
   */
  Map<ServiceKind, ArchiveUse> of(List<ServiceKind> kinds, Path home, Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<ServiceKind, ServiceProgram> programs = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      programs.put(
          kind,
          kinds.contains(kind)
              ? ServiceProgram.checking(kind, root, log(home, kind))
              : ServiceProgram.ordinary(kind, root));
    }
    SuitePlan plan = new SuitePlan(root, programs, settings);
    try (Suite suite = Suite.startPrivate(new SuiteHome(home), plan, progress)) {
      progress.accept("the services run with the archives of their classes");
    } catch (CommandFailedException refused) {
      kinds.forEach(kind -> ServiceProgram.forget(kind, root));
      throw refused;
    }
    Map<ServiceKind, ArchiveUse> uses = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : kinds) {
      ArchiveUse use = ArchiveUse.of(log(home, kind));
      if (use.archived() == 0) {
        ServiceProgram.forget(kind, root);
        throw new CommandFailedException(
            "the archive of %s holds none of its %d classes: see quarkus.package.jar.type"
                .formatted(kind.serviceName(), use.loaded()));
      }
      uses.put(kind, use);
    }
    return uses;
  }

  private static Path log(Path home, ServiceKind kind) {
    return home.resolve(kind.serviceName() + "-classes.log");
  }
}
