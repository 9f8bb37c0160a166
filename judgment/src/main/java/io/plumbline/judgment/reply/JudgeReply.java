package io.plumbline.judgment.reply;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** How a model answered a {@link JudgeRequest}. */
public sealed interface JudgeReply {

  /**
   * The model answered.
   *
   * @param finishReason such as {@code stop}, {@code length} or {@code content_filter}; may be
   *     empty
   * @param refusal the model's refusal where it has a field of its own for it; else empty
   * @param firstToken log-probabilities (natural logarithm) of the likeliest first tokens; empty
   *     where the model gives none
   */
  record Answered(String text, String finishReason, String refusal, Map<String, Double> firstToken)
      implements JudgeReply {
    public Answered {
      requireNonNull(text, "text is null");
      requireNonNull(finishReason, "finishReason is null");
      requireNonNull(refusal, "refusal is null");
      firstToken = Map.copyOf(firstToken);
    }

    /** An answer of which only the text is known. */
    public static Answered text(String text) {
      return new Answered(text, "stop", "", Map.of());
    }
  }

  /** The call failed after all retries; the reason names what happened. */
  record Failed(String reason) implements JudgeReply {
    public Failed {
      requireNonNull(reason, "reason is null");
    }
  }
}
