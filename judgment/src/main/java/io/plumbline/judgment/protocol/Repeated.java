package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.Jury;
import io.plumbline.judgment.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a protocol several times and takes the majority: self-consistency (Wang et al. 2023), which
 * needs a sampling temperature above 0.
 */
public final class Repeated implements PairwiseProtocol {
  private final PairwiseProtocol protocol;
  private final int samples;

  /**
   * @param samples at least 1, odd so that two winners cannot draw
   */
  public Repeated(PairwiseProtocol protocol, int samples) {
    this.protocol = requireNonNull(protocol, "protocol is null");
    if (samples < 1 || samples % 2 == 0) {
      throw new IllegalArgumentException("samples is " + samples + ", must be odd");
    }
    this.samples = samples;
  }

  @Override
  public Step<Verdict> begin(Question question) {
    List<Step<Verdict>> steps = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      steps.add(protocol.begin(question));
    }
    return together(steps);
  }

  @Override
  public List<String> templates() {
    return protocol.templates();
  }

  private static Step<Verdict> together(List<Step<Verdict>> steps) {
    List<JudgeRequest> requests = new ArrayList<>();
    for (Step<Verdict> step : steps) {
      if (step instanceof Step.Ask<Verdict> ask) {
        requests.addAll(ask.requests());
      }
    }
    return requests.isEmpty()
        ? new Step.Done<>(Jury.majority(steps.stream().map(Repeated::value).toList()))
        : new Step.Ask<>(requests, replies -> together(advanced(steps, replies)));
  }

  private static List<Step<Verdict>> advanced(List<Step<Verdict>> steps, List<JudgeReply> replies) {
    List<Step<Verdict>> next = new ArrayList<>();
    int first = 0;
    for (Step<Verdict> step : steps) {
      if (step instanceof Step.Ask<Verdict> ask) {
        int last = first + ask.requests().size();
        next.add(ask.then().apply(replies.subList(first, last)));
        first = last;
      } else {
        next.add(step);
      }
    }
    return next;
  }

  private static Verdict value(Step<Verdict> step) {
    return ((Step.Done<Verdict>) step).value();
  }
}
