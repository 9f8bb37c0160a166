package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Programs from programs. */
public final class Steps {
  private Steps() {}

  /** Runs programs side by side, their questions of one round together, to all their results. */
  public static <V, R> Step<R> together(List<Step<V>> steps, Function<List<V>, R> then) {
    List<JudgeRequest> requests = new ArrayList<>();
    for (Step<V> step : steps) {
      if (step instanceof Step.Ask<V> ask) {
        requests.addAll(ask.requests());
      }
    }
    return requests.isEmpty()
        ? new Step.Done<>(then.apply(steps.stream().map(Steps::value).toList()))
        : new Step.Ask<>(requests, replies -> together(advanced(steps, replies), then));
  }

  /** Answers a program at once, by a function. */
  public static <V> V answered(Step<V> step, Function<JudgeRequest, JudgeReply> model) {
    Step<V> at = step;
    while (at instanceof Step.Ask<V> ask) {
      at = ask.then().apply(ask.requests().stream().map(model).toList());
    }
    return ((Step.Done<V>) at).value();
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

  private static <V> V value(Step<V> step) {
    return ((Step.Done<V>) step).value();
  }
}
