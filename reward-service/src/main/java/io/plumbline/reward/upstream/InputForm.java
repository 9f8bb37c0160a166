package io.plumbline.reward.upstream;

/** What a reward server is given to read. */
public enum InputForm {
  /** The prompt's turns and the completion as the assistant's: the server's chat template. */
  MESSAGES,
  /** The prompt's text with the completion right behind it, many texts in one request. */
  TEXT
}
