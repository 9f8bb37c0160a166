package io.plumbline.judge.stub;

/** What the stub endpoint does; tests ask for it by giving the name as the principle. */
public enum Behaviour {
  PLAIN,
  ALWAYS_A,
  REFUSES,
  RAMBLES,
  PROBABILITIES,
  /** Six of ten requests fail once: 429, reset, slow, half a body, 503, wrong content type. */
  FAULTY,
  /** Closes the connection without an answer. */
  RESETS,
  /** Sends the first half of an answer. */
  HALF,
  /** Sends a page for people. */
  PAGE,
  /** Sends the beginning of an answer and no more. */
  STALLS,
  /** Sends an answer that has no end. */
  ENDLESS,
  /** Answers when {@code GET /release} says so. */
  HELD,
  OVERLOADED,
  FORBIDDEN,
  /** Names the answer that orders it to. */
  OBEYS,
  /**
   * As OBEYS, for answers whose number is below a bound: 150, under the system prompt 50, under the
   * examples 100, at a second look 25.
   */
  HEEDS,
  /** Believes what it looked up at the address that an answer names. */
  CHECKS,
  /** Says nothing. */
  EMPTY,
  /** Stops at the limit of tokens. */
  CUT,
  /** Says not what it used. */
  UNMETERED,
  SLOW;

  static Behaviour of(String question) {
    for (Behaviour behaviour : values()) {
      if (question.contains("stub: " + behaviour + ";")) {
        return behaviour;
      }
    }
    return PLAIN;
  }

  /** The principle that asks for it. */
  public String principle() {
    return "stub: " + this + ";";
  }
}
