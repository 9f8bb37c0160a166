package io.plumbline.trainer.rest;

import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import io.plumbline.trainer.fault.Violations;

/** Bodies of the contract; what is no JSON form of a message is the client's fault. */
final class ContractJson {
  private ContractJson() {}

  static String write(MessageOrBuilder message) {
    return io.plumbline.service.door.ContractJson.write(message);
  }

  static <B extends Message.Builder> B read(String body, B message) {
    return io.plumbline.service.door.ContractJson.read(
        body, message, malformed -> Violations.fault("body", malformed));
  }
}
