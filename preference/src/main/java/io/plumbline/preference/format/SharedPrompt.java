package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.PlainText;
import java.util.List;

/**
 * The prompt that chosen and rejected begin with where a row has no prompt column (TRL's implicit
 * prompt): the longest common run of messages, or of characters without a space at its end.
 */
record SharedPrompt(Content prompt, Content chosen, Content rejected) {
  SharedPrompt {
    requireNonNull(prompt, "prompt is null");
    requireNonNull(chosen, "chosen is null");
    requireNonNull(rejected, "rejected is null");
  }

  static SharedPrompt of(Content chosen, Content rejected) throws BadFieldException {
    if (chosen instanceof Conversation first && rejected instanceof Conversation second) {
      return ofMessages(first.messages(), second.messages());
    }
    if (chosen instanceof PlainText first && rejected instanceof PlainText second) {
      return ofTexts(first.text(), second.text());
    }
    throw new BadFieldException(
        "rejected", "must have the form of chosen: both strings, or both lists of messages");
  }

  private static SharedPrompt ofMessages(List<Message> chosen, List<Message> rejected) {
    int common = 0;
    int shorter = Math.min(chosen.size(), rejected.size());
    while (common < shorter && chosen.get(common).equals(rejected.get(common))) {
      common++;
    }
    return new SharedPrompt(
        new Conversation(chosen.subList(0, common)),
        new Conversation(chosen.subList(common, chosen.size())),
        new Conversation(rejected.subList(common, rejected.size())));
  }

  private static SharedPrompt ofTexts(String chosen, String rejected) {
    int common = 0;
    int shorter = Math.min(chosen.length(), rejected.length());
    while (common < shorter && chosen.charAt(common) == rejected.charAt(common)) {
      common++;
    }
    // A tokenizer joins a space to the word after it, so the space belongs to the completion.
    if (common > 0 && chosen.charAt(common - 1) == ' ') {
      common--;
    }
    return new SharedPrompt(
        new PlainText(chosen.substring(0, common)),
        new PlainText(chosen.substring(common)),
        new PlainText(rejected.substring(common)));
  }
}
