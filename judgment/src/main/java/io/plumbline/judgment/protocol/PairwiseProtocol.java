package io.plumbline.judgment.protocol;

import io.plumbline.judgment.verdict.Verdict;
import java.util.List;

/** Compares two completions of one prompt. */
public interface PairwiseProtocol {
  Step<Verdict> begin(Question question);

  /** The texts that it asks with, before anything is filled in. */
  List<String> templates();

  /**
   * Whether its requests hold the images, recordings and videos that they need. Where they do not,
   * whoever drives the protocol shows those of prompt and answers under every request.
   */
  default boolean showsMedia() {
    return false;
  }
}
