package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Where a protocol stands: it asks for completions, looks something up, or is done. Who answers,
 * how often a call is tried again and how many run at once is the business of whoever drives it.
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

  /**
   * Needs what stands at addresses outside. A driver that reaches nothing says so in each place.
   *
   * @param then goes on with one text per address, in their order: what was found, or {@code
   *     error:} and why nothing was
   */
  record Look<V>(List<URI> addresses, Function<List<String>, Step<V>> then) implements Step<V> {
    /** What a driver says that reaches nothing. */
    public static final String UNREACHABLE = "error: nothing outside can be reached here";

    public Look {
      addresses = List.copyOf(addresses);
      requireNonNull(then, "then is null");
    }

    /** Goes on as where nothing can be reached. */
    public Step<V> unreachable() {
      return then.apply(addresses.stream().map(address -> UNREACHABLE).toList());
    }
  }

  /** Has its result. */
  record Done<V>(V value) implements Step<V> {
    public Done {
      requireNonNull(value, "value is null");
    }
  }
}
