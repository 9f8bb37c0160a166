package io.plumbline.blackbox;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.plumbline.blackbox.coverage.Coverage;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.stub.Stubs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of the services named as arguments ({@code judge reward trainer}) against what is
 * at their addresses, then names every method of theirs that answered no test well.
 *
 * <p>Exit codes: 0 when at least one test ran, none failed or was skipped, and every method
 * answered well; 1 otherwise; 2 for bad arguments.
 */
public final class BlackBox {
  private BlackBox() {}

  public static void main(String[] arguments) throws IOException {
    List<Service> services = new ArrayList<>();
    try {
      Arrays.stream(arguments)
          .map(name -> Service.valueOf(name.toUpperCase(Locale.ROOT)))
          .forEach(services::add);
    } catch (IllegalArgumentException unknown) {
      services.clear();
    }
    if (services.isEmpty()) {
      System.err.println("black-box: name services: judge, reward, trainer");
      System.exit(2);
    }
    System.exit(run(services) ? 0 : 1);
  }

  private static boolean run(List<Service> services) throws IOException {
    boolean passed = true;
    try (Stubs stubs = Stubs.start()) {
      for (Service service : services) {
        Tally tally = test(service);
        Coverage coverage = Coverage.of(service);
        System.out.printf(
            "%s-service: %s; %s%n", service.shortName(), tally.line(), coverage.line());
        coverage
            .missed()
            .forEach(method -> System.out.printf("  no test had a good answer of %s%n", method));
        passed &= tally.isGood() && coverage.missed().isEmpty();
      }
    }
    return passed;
  }

  private static Tally test(Service service) {
    Tally tally = new Tally();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(BlackBox.class.getPackageName() + "." + service.shortName()))
            .build();
    LauncherFactory.create().execute(request, tally);
    return tally;
  }
}
