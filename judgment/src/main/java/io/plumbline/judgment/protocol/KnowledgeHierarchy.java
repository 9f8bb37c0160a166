package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * Judges by the order in which sources of knowledge count: what the instruction assumes, then the
 * documents given, then what is generally known. Needs the material {@code document}. Source: Zhou
 * et al. 2024, "Establishing Knowledge Preference in Language Models"; METHODS 174.
 */
final class KnowledgeHierarchy {
  static final String MATERIAL = "document";

  private KnowledgeHierarchy() {}

  static PairwiseProtocol create(VerdictSource source) {
    return new BothOrdersProtocol(
        StandardPairwise.form(
            StandardPairwise.verdict(
                List.of(MATERIAL),
                "What the request itself assumes or specifies counts first, what the document says"
                    + " second, what is generally known third; the higher source overrides the"
                    + " lower where they conflict. Which answer keeps to this order better,"
                    + " A or B?"),
            source));
  }
}
