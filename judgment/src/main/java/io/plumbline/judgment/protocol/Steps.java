package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Programs from programs. */
public final class Steps {
  private Steps() {}

  /**
   * Runs programs side by side, their questions of one round together, to all their results. What
   * they look up comes when none has a question.
   */
  public static <V, R> Step<R> together(List<Step<V>> steps, Function<List<V>, R> then) {
    List<JudgeRequest> requests = new ArrayList<>();
    List<URI> addresses = new ArrayList<>();
    for (Step<V> step : steps) {
      if (step instanceof Step.Ask<V> ask) {
        requests.addAll(ask.requests());
      } else if (step instanceof Step.Look<V> look) {
        addresses.addAll(look.addresses());
      }
    }
    if (!requests.isEmpty()) {
      return new Step.Ask<>(requests, replies -> together(advanced(steps, replies), then));
    }
    return addresses.isEmpty()
        ? new Step.Done<>(then.apply(steps.stream().map(Steps::value).toList()))
        : new Step.Look<>(addresses, found -> together(informed(steps, found), then));
  }

  /** Goes on from a program's result with another program. */
  public static <V, R> Step<R> chain(Step<V> step, Function<V, Step<R>> then) {
    if (step instanceof Step.Ask<V> ask) {
      return new Step.Ask<>(ask.requests(), replies -> chain(ask.then().apply(replies), then));
    }
    if (step instanceof Step.Look<V> look) {
      return new Step.Look<>(look.addresses(), found -> chain(look.then().apply(found), then));
    }
    return then.apply(value(step));
  }

  /** Answers a program at once, by a function; nothing outside is reached. */
  public static <V> V answered(Step<V> step, Function<JudgeRequest, JudgeReply> model) {
    Step<V> at = step;
    while (!(at instanceof Step.Done<V>)) {
      at =
          at instanceof Step.Ask<V> ask
              ? ask.then().apply(ask.requests().stream().map(model).toList())
              : ((Step.Look<V>) at).unreachable();
    }
    return value(at);
  }

  private static <V> List<Step<V>> advanced(List<Step<V>> steps, List<JudgeReply> replies) {
    List<Step<V>> next = new ArrayList<>();
    int first = 0;
    for (Step<V> step : steps) {
      if (step instanceof Step.Ask<V> ask) {
        int last = first + ask.requests().size();
        next.add(ask.then().apply(replies.subList(first, last)));
        first = last;
      } else {
        next.add(step);
      }
    }
    return next;
  }

  private static <V> List<Step<V>> informed(List<Step<V>> steps, List<String> found) {
    List<Step<V>> next = new ArrayList<>();
    int first = 0;
    for (Step<V> step : steps) {
      if (step instanceof Step.Look<V> look) {
        int last = first + look.addresses().size();
        next.add(look.then().apply(found.subList(first, last)));
        first = last;
      } else {
        next.add(step);
      }
    }
    return next;
  }

  private static <V> V value(Step<V> step) {
    return ((Step.Done<V>) step).value();
  }
}
