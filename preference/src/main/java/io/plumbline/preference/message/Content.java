package io.plumbline.preference.message;

/** A prompt or a completion, as plain text or as turns of a conversation. */
public sealed interface Content permits PlainText, Conversation {

  /** The plain text, or the turns' texts in order, separated by a blank line, without roles. */
  String text();
}
