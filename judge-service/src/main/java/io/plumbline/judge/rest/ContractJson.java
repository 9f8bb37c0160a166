package io.plumbline.judge.rest;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.plumbline.judge.request.InvalidRequestException;

/** The contract's messages in protobuf's JSON mapping, with the names of the proto files. */
final class ContractJson {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();
  private static final JsonFormat.Parser PARSER = JsonFormat.parser();

  private ContractJson() {}

  static String write(MessageOrBuilder message) {
    try {
      return PRINTER.print(message);
    } catch (InvalidProtocolBufferException unknown) {
      throw new IllegalStateException("a message of the contract has no JSON form", unknown);
    }
  }

  /** Merges a body into a message; what is no JSON form of it is the client's fault. */
  static void read(String body, Message.Builder message) {
    try {
      PARSER.merge(body, message);
    } catch (InvalidProtocolBufferException malformed) {
      throw new InvalidRequestException("body", malformed.getMessage());
    }
  }
}
