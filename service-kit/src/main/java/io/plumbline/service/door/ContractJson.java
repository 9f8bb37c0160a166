package io.plumbline.service.door;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import java.util.function.Function;

/** The contract's messages in protobuf's JSON mapping, with the names of the proto files. */
public final class ContractJson {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();
  private static final JsonFormat.Parser PARSER = JsonFormat.parser();

  private ContractJson() {}

  public static String write(MessageOrBuilder message) {
    try {
      return PRINTER.print(message);
    } catch (InvalidProtocolBufferException unknown) {
      throw new IllegalStateException("a message of the contract has no JSON form", unknown);
    }
  }

  /**
   * Merges a body into a message.
   *
   * @param refused makes the exception for what is no JSON form of it, from the parser's words
   */
  public static <B extends Message.Builder> B read(
      String body, B message, Function<String, RuntimeException> refused) {
    try {
      PARSER.merge(body, message);
    } catch (InvalidProtocolBufferException malformed) {
      throw refused.apply(malformed.getMessage());
    }
    return message;
  }
}
