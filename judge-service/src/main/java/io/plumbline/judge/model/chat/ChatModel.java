package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;

/** One model at one endpoint. */
public final class ChatModel {
  private final String endpoint;
  private final String name;
  private final VerdictSource source;
  private final Sampling defaults;
  private final Upstream upstream;
  private final Upstream repeated;

  /**
   * @param repeated what is asked where the same request is expected to have the same answer
   */
  ChatModel(
      String endpoint,
      String name,
      VerdictSource source,
      Sampling defaults,
      Upstream upstream,
      Upstream repeated) {
    this.endpoint = requireNonNull(endpoint, "endpoint is null");
    this.name = requireNonNull(name, "name is null");
    this.source = requireNonNull(source, "source is null");
    this.defaults = requireNonNull(defaults, "defaults is null");
    this.upstream = requireNonNull(upstream, "upstream is null");
    this.repeated = requireNonNull(repeated, "repeated is null");
  }

  /** The model's name at its endpoint. */
  public String name() {
    return name;
  }

  /** What identifies the model: where it is asked and under which name. */
  public String identity() {
    return endpoint + " " + name;
  }

  public VerdictSource source() {
    return source;
  }

  /** How answers are drawn where a request says nothing else. */
  public Sampling defaults() {
    return defaults;
  }

  /**
   * Answers, or says after all retries why not; it fails only with {@link
   * io.plumbline.judge.model.limit.BudgetSpentException}.
   */
  public Uni<ChatAnswer> answer(JudgeRequest request, Sampling sampling) {
    return (sampling.repeatable() ? repeated : upstream).ask(ChatCall.of(name, request, sampling));
  }
}
