package io.plumbline.blackbox.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The REST operations of a service, from its OpenAPI document. */
final class RestOffer {
  private RestOffer() {}

  static List<Operation> of(Doors doors, Service service) {
    try {
      JsonNode document =
          new ObjectMapper().readTree(doors.get(service.openApi() + "?format=json").body());
      List<Operation> operations = new ArrayList<>();
      document
          .path("paths")
          .fields()
          .forEachRemaining(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method -> operations.add(new Operation(method, path.getKey()))));
      if (operations.isEmpty()) {
        throw new IllegalStateException("the OpenAPI document names no operation");
      }
      return operations;
    } catch (IOException unread) {
      throw new IllegalStateException("the OpenAPI document cannot be read", unread);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
