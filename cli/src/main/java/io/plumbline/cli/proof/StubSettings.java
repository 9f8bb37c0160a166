package io.plumbline.cli.proof;

import io.plumbline.cli.suite.ServiceKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;

/** What is to be set by hand where the tests run against services that are there already. */
final class StubSettings {
  private static final int MODELS = 18000;
  private static final int KUBERNETES = 18001;

  private StubSettings() {}

  /**
   * Prints the properties of each service, and the options of the tests.
   *
   * @param host where the services find the stubs
   */
  static void print(List<ServiceKind> kinds, String host, PrintWriter out) {
    Stubs stubs = new Stubs(host, MODELS, KUBERNETES);
    kinds.forEach(
        kind -> {
          out.printf("# %s%n", kind.serviceName());
          new TreeMap<>(stubs.settings(true).get(kind))
              .forEach((name, value) -> out.printf("%s=%s%n", name, value));
        });
    out.printf("# options of the tests%n-Dplumbline.stub.host=%s%n", host);
    stubs.flags().forEach(out::println);
  }
}
