package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.api.v1alpha1.EvaluateRequest;

/** Checks that a request is refused, and that the refusal says what to change. */
record ExpectedRefusal(String field, String remedy) {
  /** Evaluates {@code request}, which is to be refused. */
  void of(EvaluateRequest.Builder request, ServedObjectives objectives) {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> objectives.stub().evaluate(request.build()));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(violation(refusal).getField()).isEqualTo(field);
    assertThat(violation(refusal).getDescription()).contains(remedy);
    assertThat(refusal).hasMessageContaining(field + ": ");
  }

  /** The one field that a refusal names. */
  static FieldViolation violation(StatusRuntimeException refusal) {
    try {
      BadRequest details =
          StatusProto.fromThrowable(refusal).getDetails(0).unpack(BadRequest.class);
      assertThat(details.getFieldViolationsCount()).isEqualTo(1);
      return details.getFieldViolations(0);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("no google.rpc.BadRequest in the details", e);
    }
  }
}
