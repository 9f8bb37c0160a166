package io.plumbline.service.door;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The messages of other people that the contract holds: protobuf reads fields by reflection where
 * it writes JSON and unpacks details, and Quarkus only finds the messages of the contract itself.
 */
@RegisterForReflection(
    targets = {
      Any.class,
      Any.Builder.class,
      BadRequest.class,
      BadRequest.Builder.class,
      BadRequest.FieldViolation.class,
      BadRequest.FieldViolation.Builder.class,
      Duration.class,
      Duration.Builder.class,
      RetryInfo.class,
      RetryInfo.Builder.class,
      Status.class,
      Status.Builder.class,
      Timestamp.class,
      Timestamp.Builder.class
    })
final class ProtobufReflection {
  private ProtobufReflection() {}
}
