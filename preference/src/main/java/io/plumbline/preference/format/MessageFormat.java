package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.preference.message.ContentPart;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import io.plumbline.preference.message.TextPart;
import java.util.ArrayList;
import java.util.List;

/** A message as {@code {"role", "content"}}, content being a string or a list of parts. */
final class MessageFormat {
  private final ContentPartFormat parts = new ContentPartFormat();

  Message read(String field, JsonNode node) throws BadFieldException {
    if (!node.isObject()) {
      throw new BadFieldException(field, "must be a message {role, content}, found " + node);
    }
    return new Message(role(field, node), content(field + ".content", node.path("content")));
  }

  ObjectNode write(Message message) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("role", message.role().wireName());
    if (message.parts().size() == 1 && message.parts().get(0) instanceof TextPart only) {
      return node.put("content", only.text());
    }
    ArrayNode list = node.putArray("content");
    message.parts().forEach(part -> list.add(parts.write(part)));
    return node;
  }

  private static Role role(String field, JsonNode node) throws BadFieldException {
    String name = node.path("role").asText();
    return Role.ofWireName(name)
        .orElseThrow(
            () ->
                new BadFieldException(
                    field + ".role",
                    "'" + name + "' is none of system, developer, user, assistant, tool"));
  }

  private List<ContentPart> content(String field, JsonNode node) throws BadFieldException {
    if (node.isTextual()) {
      return List.of(new TextPart(node.textValue()));
    }
    if (!node.isArray()) {
      throw new BadFieldException(
          field, "must be a string or a list of parts, found " + node.getNodeType());
    }
    List<ContentPart> read = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      read.add(parts.read(field + "[" + i + "]", node.get(i)));
    }
    return read;
  }
}
