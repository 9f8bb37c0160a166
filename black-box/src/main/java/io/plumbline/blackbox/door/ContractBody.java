package io.plumbline.blackbox.door;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.util.List;

/** Bodies in the contract's JSON, and streams of server-sent events. */
public final class ContractBody {
  private static final String DATA = "data:";

  private ContractBody() {}

  /** The data lines of a finished event stream. */
  public static List<String> data(String stream) {
    return stream
        .lines()
        .filter(line -> line.startsWith(DATA))
        .map(line -> line.substring(DATA.length()).strip())
        .toList();
  }

  public static String json(Message message) {
    try {
      return JsonFormat.printer().preservingProtoFieldNames().print(message);
    } catch (InvalidProtocolBufferException unknown) {
      throw new IllegalArgumentException("has no JSON form", unknown);
    }
  }

  /** Reads the contract's JSON into a message. */
  public static <B extends Message.Builder> B read(String json, B message) {
    try {
      JsonFormat.parser().merge(json, message);
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError("is no " + message.getDescriptorForType().getName() + ": " + json);
    }
    return message;
  }
}
