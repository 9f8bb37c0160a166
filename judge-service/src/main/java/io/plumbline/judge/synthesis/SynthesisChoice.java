package io.plumbline.judge.synthesis;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.SynthesisForm;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.synthesis.FeedbackLoop;
import io.plumbline.judgment.synthesis.PromptFeedback;
import io.plumbline.judgment.synthesis.SynthesisProgram;

/** Reads how pairs are to be written. */
final class SynthesisChoice {
  private static final int MOST_ROUNDS = 8;
  private static final int ROUNDS = 2;
  private static final int MOST_CANDIDATES = 6;
  private static final int CANDIDATES = 3;

  private SynthesisChoice() {}

  /**
   * @throws InvalidRequestException naming the field at fault
   */
  static SynthesisProgram of(SynthesizeRequest request) {
    int rounds = within("rounds", request.getRounds(), 1, MOST_ROUNDS, ROUNDS);
    return switch (request.getForm()) {
      case SYNTHESIS_FORM_UNSPECIFIED, SYNTHESIS_FORM_FEEDBACK_LOOP -> {
        refuse("candidates", request.getCandidates() != 0);
        refuse("least_probability", request.getLeastProbability() != 0);
        refuse("verifier", request.hasVerifier());
        yield new FeedbackLoop(rounds);
      }
      case SYNTHESIS_FORM_PROMPT_FEEDBACK -> promptFeedback(request, rounds);
      default ->
          throw new InvalidRequestException(
              "form",
              "must be "
                  + SynthesisForm.SYNTHESIS_FORM_FEEDBACK_LOOP
                  + " or "
                  + SynthesisForm.SYNTHESIS_FORM_PROMPT_FEEDBACK);
    };
  }

  private static PromptFeedback promptFeedback(SynthesizeRequest request, int rounds) {
    if (request.getGenerator().getTemperature() == 0) {
      throw new InvalidRequestException(
          "generator.temperature", "must be above 0 for several answers, or all are the same");
    }
    double least = request.getLeastProbability();
    if (!(least >= 0 && least < 1)) {
      throw new InvalidRequestException(
          "least_probability", "must be at least 0 and below 1, is " + least);
    }
    return new PromptFeedback(
        rounds,
        within("candidates", request.getCandidates(), 2, MOST_CANDIDATES, CANDIDATES),
        least,
        request.hasVerifier());
  }

  private static int within(String field, int value, int least, int most, int standard) {
    if (value == 0) {
      return standard;
    }
    if (value < least || value > most) {
      throw new InvalidRequestException(
          field, "must be " + least + " to " + most + ", or 0 for " + standard + ", is " + value);
    }
    return value;
  }

  private static void refuse(String field, boolean given) {
    if (given) {
      throw new InvalidRequestException(
          field, "belongs to " + SynthesisForm.SYNTHESIS_FORM_PROMPT_FEEDBACK);
    }
  }

  /** The reviewer, who is the generator where none is named; nothing of its principle counts. */
  static JudgeSpec reviewer(SynthesizeRequest request) {
    return request.hasReviewer() ? request.getReviewer() : request.getGenerator();
  }
}
