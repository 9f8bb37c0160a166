package io.plumbline.blackbox.coverage;

import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares what a service offers, by its own account, with what was called. */
public final class Coverage {
  private Coverage() {}

  /** Methods of both doors that were not called. */
  public static List<String> missed(Service service) {
    Doors doors = Doors.of(service);
    // Before the questions below are asked, which go through the same doors.
    Set<String> grpc = doors.calls().grpc();
    Set<String> rest = doors.calls().rest();
    List<String> missed = new ArrayList<>();
    GrpcOffer.of(doors.channel()).stream()
        .filter(method -> !grpc.contains(method))
        .forEach(missed::add);
    RestOffer.of(doors, service).stream()
        .filter(operation -> rest.stream().noneMatch(operation::covers))
        .map(Operation::toString)
        .forEach(missed::add);
    return missed;
  }
}
