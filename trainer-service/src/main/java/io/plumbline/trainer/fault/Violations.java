package io.plumbline.trainer.fault;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a request, field by field. */
public final class Violations {
  private static final String BAD_REQUEST_TYPE = "type.googleapis.com/google.rpc.BadRequest";

  private final List<FieldViolation> found = new ArrayList<>();

  /** Notes that {@code field} does not hold what it should; {@code remedy} says what it should. */
  public void require(boolean valid, String field, String remedy) {
    if (!valid) {
      found.add(FieldViolation.newBuilder().setField(field).setDescription(remedy).build());
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The fault of one field. */
  public static Fault fault(String field, String remedy) {
    var violations = new Violations();
    violations.require(false, field, remedy);
    return violations.fault();
  }

  /** Throws INVALID_ARGUMENT with every violation found, or does nothing. */
  public void raise() {
    if (!found.isEmpty()) {
      throw fault();
    }
  }

  private Fault fault() {
    BadRequest details = BadRequest.newBuilder().addAllFieldViolations(found).build();
    return new Fault(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage(
                found.stream()
                    .map(violation -> violation.getField() + ": " + violation.getDescription())
                    .collect(Collectors.joining("; ")))
            .addDetails(
                Any.newBuilder().setTypeUrl(BAD_REQUEST_TYPE).setValue(details.toByteString()))
            .build());
  }
}
