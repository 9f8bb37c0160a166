package io.plumbline.reward.stub;

/** What the stub does with a request. */
enum Reply {
  /** Answers as asked. */
  WELL,
  /** HTTP 429 with {@code Retry-After} the first time, then well. */
  BUSY,
  /** Breaks the connection the first time, then well. */
  FLAKY,
  /** HTTP 503, always. */
  DOWN,
  /** Resets the connection, always. */
  RESET,
  /** Says nothing until the client goes away. */
  SLOW,
  /** Says nothing until it is released. */
  HELD,
  /** Half of the body that the headers promise. */
  HALF,
  /** A whole body that is half a document. */
  BROKEN,
  /** A page for people. */
  PAGE,
  /** NaN in the place of a number. */
  NAN,
  /** One result too few. */
  FEW,
  /** One number too few in a result. */
  SHORT,
  /** A body without an end. */
  HUGE,
  /** HTTP 400, as for a text that is too long for the model. */
  LONG,
  /** HTTP 401. */
  LOCKED;

  static Reply of(String body) {
    for (Reply reply : values()) {
      if (body.contains(reply.name())) {
        return reply;
      }
    }
    return WELL;
  }
}
