package io.plumbline.judge.model.chat;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.reply.LabelProbabilities;
import java.util.Set;

/** Tells an answer that may be given again from one that asking again may better. */
final class WholeAnswer {
  /** How servers say that a model had said all: OpenAI's stop, and what else is in use for it. */
  private static final Set<String> ENDS =
      Set.of("", "stop", "stop_sequence", "end_turn", "eos", "eos_token");

  private static final String CUT = "length";

  private WholeAnswer() {}

  /**
   * Whether there is all that was asked for: the labels' probabilities, whatever became of the text
   * after them, or else a text or a refusal up to its end.
   *
   * @param probabilities whether nothing else counts where labels were asked for
   */
  static boolean is(JudgeReply.Answered answer, JudgeRequest request, boolean probabilities) {
    boolean ended = ENDS.contains(answer.finishReason());
    if (!request.labels().isEmpty()) {
      if (!answer.firstToken().isEmpty()) {
        return ended || answer.finishReason().equals(CUT) && decides(answer, request);
      }
      if (probabilities) {
        return false;
      }
    }
    return ended && !(answer.text().isBlank() && answer.refusal().isBlank());
  }

  // Unlikely labels leave it to the text, which is cut.
  private static boolean decides(JudgeReply.Answered answer, JudgeRequest request) {
    return new LabelProbabilities(answer.firstToken()).shares(request.labels()).isPresent();
  }
}
