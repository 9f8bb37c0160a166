package io.plumbline.judgment.protocol;

import io.plumbline.preference.message.Content;
import java.util.List;

/** A way of rating one answer by itself. */
public interface AnswerRater {
  /**
   * @param principle what to judge by besides the rubric; may be empty
   */
  Step<AnswerRating> begin(Content prompt, Content answer, String principle);

  /** The texts that it asks with, before anything is filled in. */
  List<String> templates();
}
