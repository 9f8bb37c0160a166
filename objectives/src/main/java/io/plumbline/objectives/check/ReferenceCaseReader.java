package io.plumbline.objectives.check;

import io.plumbline.objectives.catalogue.Catalogue;
import java.util.Map;

/**
 * Reads parsed cases: TRL's pairs ({@code pairs}), TRL's sequence scores ({@code
 * policy_chosen_logps}) and cases of any objective of the catalogue ({@code objective}).
 *
 * @param catalogue where the last kind finds its objectives
 */
public record ReferenceCaseReader(Catalogue catalogue) {
  /**
   * Throws {@link IllegalArgumentException} naming the field when the tree is none of the three.
   */
  public ReferenceCase read(Map<String, Object> tree) {
    CaseFields fields = new CaseFields(tree);
    if (fields.has("objective")) {
      return new CatalogueCase(catalogue).read(fields);
    }
    if (fields.has("pairs")) {
      return TrlPairCase.read(fields);
    }
    if (fields.has("policy_chosen_logps")) {
      return TrlScoreCase.read(fields);
    }
    throw new IllegalArgumentException(
        "case: it has none of 'objective', 'pairs' and 'policy_chosen_logps'");
  }
}
