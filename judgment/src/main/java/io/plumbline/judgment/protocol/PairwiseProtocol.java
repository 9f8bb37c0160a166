package io.plumbline.judgment.protocol;

import io.plumbline.judgment.verdict.Verdict;
import java.util.List;

/** Compares two completions of one prompt. */
public interface PairwiseProtocol {
  Step<Verdict> begin(Question question);

  /** The texts that it asks with, before anything is filled in. */
  List<String> templates();
}
