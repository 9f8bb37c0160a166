package io.plumbline.cli.suite;

import io.plumbline.cli.failure.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Services as they are named at the prompt. */
public final class ServiceNames {
  private ServiceNames() {}

  /** The services named, or all where none is. */
  public static List<ServiceKind> parse(List<String> names) {
    return names.isEmpty()
        ? List.of(ServiceKind.values())
        : names.stream().map(ServiceNames::one).distinct().toList();
  }

  private static ServiceKind one(String name) {
    return Arrays.stream(ServiceKind.values())
        .filter(kind -> kind.serviceName().equals(name) || kind.shortName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no service '%s'; services are %s"
                        .formatted(
                            name,
                            Arrays.stream(ServiceKind.values())
                                .map(ServiceKind::serviceName)
                                .collect(Collectors.joining(", ")))));
  }
}
