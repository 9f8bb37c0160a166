package io.plumbline.judgment.mitigation;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three mitigations of Wang et al. 2025, "Assessing Judging Bias in Large Reasoning Models",
 * section 4, in words of ours that stand in a data file; METHODS 9. Each changes the requests of
 * any program, so that protocols and audits run under it as they are.
 */
public enum Mitigation {
  /** A system message that names the biases. */
  SYSTEM_PROMPT("system-prompt") {
    @Override
    JudgeRequest changed(JudgeRequest request) {
      return withSystem(request, text());
    }
  },
  /** Worked examples in which the bait is seen and passed over. */
  EXAMPLES("examples") {
    @Override
    JudgeRequest changed(JudgeRequest request) {
      return withSystem(request, text());
    }
  },
  /** A second look by the model at its own answer. */
  SELF_REFLECTION("self-reflection") {
    @Override
    public <V> Step<V> apply(Step<V> step) {
      return new SecondLook(text()).of(step);
    }
  };

  private final String label;

  Mitigation(String label) {
    this.label = label;
  }

  /** The name that commands and the contract use. */
  public String label() {
    return label;
  }

  /** What it says to the model, from {@code mitigations.jsonl}. */
  public String text() {
    return MitigationTexts.of(label);
  }

  public static Optional<Mitigation> named(String label) {
    for (Mitigation mitigation : values()) {
      if (mitigation.label.equals(label)) {
        return Optional.of(mitigation);
      }
    }
    return Optional.empty();
  }

  /** The labels of all. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Mitigation mitigation : values()) {
      labels.add(mitigation.label);
    }
    return labels;
  }

  /** The same program, asked under this mitigation. */
  public <V> Step<V> apply(Step<V> step) {
    if (step instanceof Step.Ask<V> ask) {
      return new Step.Ask<>(
          ask.requests().stream().map(this::changed).toList(),
          (List<JudgeReply> replies) -> apply(ask.then().apply(replies)));
    }
    return step instanceof Step.Look<V> look
        ? new Step.Look<>(look.addresses(), found -> apply(look.then().apply(found)))
        : step;
  }

  JudgeRequest changed(JudgeRequest request) {
    return request;
  }

  private static JudgeRequest withSystem(JudgeRequest request, String text) {
    List<Message> messages = new ArrayList<>(request.messages());
    boolean hasSystem = !messages.isEmpty() && messages.get(0).role() == Role.SYSTEM;
    if (hasSystem) {
      messages.set(0, Message.text(Role.SYSTEM, messages.get(0).text() + "\n" + text));
    } else {
      messages.add(0, Message.text(Role.SYSTEM, text));
    }
    return new JudgeRequest(messages, request.labels(), request.maximumTokens());
  }
}
