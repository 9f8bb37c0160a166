package io.plumbline.trainer.rest;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.plumbline.trainer.fault.Violations;

/** The contract's messages in protobuf's JSON mapping, with the names of the proto files. */
final class ContractJson {
  private ContractJson() {}

  static String write(MessageOrBuilder message) {
    try {
      return JsonFormat.printer()
          .preservingProtoFieldNames()
          .omittingInsignificantWhitespace()
          .print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a message of the contract has no JSON form", e);
    }
  }

  /** Merges a body into a message; throws INVALID_ARGUMENT for what is no JSON form of it. */
  static <B extends Message.Builder> B read(String body, B message) {
    try {
      JsonFormat.parser().merge(body, message);
    } catch (InvalidProtocolBufferException e) {
      var violations = new Violations();
      violations.require(false, "body", e.getMessage());
      violations.raise();
    }
    return message;
  }
}
