package io.plumbline.blackbox.coverage;

import io.plumbline.blackbox.door.Calls;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a service offers, by its own account, beside what it answered well.
 *
 * @param methods how many gRPC methods of ours it offers
 * @param operations how many REST operations
 * @param missed those of both that answered no test well
 */
public record Coverage(int methods, int operations, List<String> missed) {
  public Coverage {
    missed = List.copyOf(missed);
  }

  public static Coverage of(Service service) {
    Doors doors = Doors.of(service);
    return of(GrpcOffer.of(doors.channel()), RestOffer.of(doors, service), doors.calls());
  }

  static Coverage of(Set<String> methods, List<Operation> operations, Calls calls) {
    Set<String> grpc = calls.grpc();
    Set<String> rest = calls.rest();
    List<String> missed = new ArrayList<>();
    methods.stream().filter(method -> !grpc.contains(method)).forEach(missed::add);
    operations.stream()
        .filter(operation -> rest.stream().noneMatch(operation::covers))
        .map(Operation::toString)
        .forEach(missed::add);
    return new Coverage(methods.size(), operations.size(), missed);
  }

  /**
   * For example {@code 22 gRPC methods and 18 REST operations, 1 of them without a good answer}.
   */
  public String line() {
    return "%d gRPC methods and %d REST operations, %d of them without a good answer"
        .formatted(methods, operations, missed.size());
  }
}
