package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Where a protocol stands: it asks for completions, or it is done. Who answers, how often a call is
 * tried again and how many run at once is the business of whoever drives it.
 */
public sealed interface Step<V> {

  /**
   * Needs answers, which may be had in parallel.
   *
   * @param then goes on with one reply per request, in their order
   */
  record Ask<V>(List<JudgeRequest> requests, Function<List<JudgeReply>, Step<V>> then)
      implements Step<V> {
    public Ask {
      requests = List.copyOf(requests);
      requireNonNull(then, "then is null");
    }
  }

  /** Has its result. */
  record Done<V>(V value) implements Step<V> {
    public Done {
      requireNonNull(value, "value is null");
    }
  }
}
