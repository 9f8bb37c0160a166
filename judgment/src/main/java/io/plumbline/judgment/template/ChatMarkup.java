package io.plumbline.judgment.template;

import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.List;

/** The ChatML form of templates: {@code <|im_start|>ROLE}, a line end, text, {@code <|im_end|>}. */
final class ChatMarkup {
  private static final String START = "<|im_start|>";
  private static final String END = "<|im_end|>";

  private ChatMarkup() {}

  record RawTurn(Role role, String text) {}

  /** The turns of a template; a text without markup is one user turn. */
  static List<RawTurn> turns(String template) {
    if (!template.contains(START)) {
      return List.of(new RawTurn(Role.USER, template));
    }
    List<RawTurn> turns = new ArrayList<>();
    int start = template.indexOf(START);
    while (start >= 0) {
      int body = template.indexOf('\n', start);
      int end = template.indexOf(END, start);
      if (body < 0 || end < body) {
        throw new IllegalArgumentException(
            "template turn " + (turns.size() + 1) + " has no " + END + " after a role line");
      }
      turns.add(
          new RawTurn(
              role(template.substring(start + START.length(), body).strip()),
              template.substring(body + 1, end).strip()));
      start = template.indexOf(START, end);
    }
    return turns;
  }

  private static Role role(String line) {
    String name = line.split(" ", 2)[0];
    return Role.ofWireName(name)
        .orElseThrow(() -> new IllegalArgumentException("template role '" + name + "' is unknown"));
  }
}
