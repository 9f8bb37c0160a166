package io.plumbline.judge.rest;

import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import io.plumbline.judge.request.InvalidRequestException;

/** Bodies of the contract; what is no JSON form of a message is the client's fault. */
final class ContractJson {
  private ContractJson() {}

  static String write(MessageOrBuilder message) {
    return io.plumbline.service.door.ContractJson.write(message);
  }

  static void read(String body, Message.Builder message) {
    io.plumbline.service.door.ContractJson.read(
        body, message, malformed -> new InvalidRequestException("body", malformed));
  }
}
