package io.plumbline.preference.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Content as a string (TRL "standard") or as a list of messages (TRL "conversational"). */
final class ContentFormat {
  private final MessageFormat messages = new MessageFormat();

  Content read(String field, JsonNode node) throws BadFieldException {
    if (node.isTextual()) {
      return new PlainText(node.textValue());
    }
    if (!node.isArray()) {
      throw new BadFieldException(
          field, "must be a string or a list of messages, found " + node.getNodeType());
    }
    List<Message> turns = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      turns.add(messages.read(field + "[" + i + "]", node.get(i)));
    }
    return new Conversation(turns);
  }

  JsonNode write(Content content) {
    if (content instanceof PlainText plain) {
      return TextNode.valueOf(plain.text());
    }
    ArrayNode turns = JsonNodeFactory.instance.arrayNode();
    for (Message message : ((Conversation) content).messages()) {
      turns.add(messages.write(message));
    }
    return turns;
  }
}
