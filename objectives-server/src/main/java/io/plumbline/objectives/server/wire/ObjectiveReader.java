package io.plumbline.objectives.server.wire;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.WeightedObjective;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.catalogue.CatalogueEntry;
import io.plumbline.objectives.composition.WeightedSum;
import io.plumbline.objectives.composition.WeightedSum.Term;
import java.util.ArrayList;
import java.util.List;

/** Builds the objective that a request names. */
public final class ObjectiveReader {
  private static final String FIELD = "objective";
  private static final int MOST_TERMS = 32;

  private final Catalogue catalogue;

  public ObjectiveReader(Catalogue catalogue) {
    this.catalogue = requireNonNull(catalogue, "catalogue is null");
  }

  /**
   * The objective of {@code composition}.
   *
   * @throws InvalidFieldException when it names none, several kinds, or a value out of range
   */
  public Objective read(ObjectiveComposition composition) {
    int kinds =
        (composition.getTermsCount() > 0 ? 1 : 0)
            + (composition.hasTrlDpo() ? 1 : 0)
            + (composition.hasTrlCpo() ? 1 : 0);
    if (kinds != 1) {
      throw new InvalidFieldException(
          FIELD, "%d of terms, trl_dpo and trl_cpo are set; set exactly one".formatted(kinds));
    }
    if (composition.hasTrlDpo()) {
      return TrlObjectives.dpo(composition.getTrlDpo(), FIELD + ".trl_dpo", MOST_TERMS);
    }
    if (composition.hasTrlCpo()) {
      return TrlObjectives.cpo(composition.getTrlCpo(), FIELD + ".trl_cpo");
    }
    return sum(composition.getTermsList(), FIELD + ".terms");
  }

  private Objective sum(List<WeightedObjective> messages, String field) {
    if (messages.size() > MOST_TERMS) {
      throw new InvalidFieldException(
          field, "%d terms; give at most %d".formatted(messages.size(), MOST_TERMS));
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      WeightedObjective message = messages.get(i);
      String term = "%s[%d]".formatted(field, i);
      double weight = message.hasWeight() ? message.getWeight() : 1;
      if (!Double.isFinite(weight)) {
        throw new InvalidFieldException(term + ".weight", weight + " is not finite");
      }
      terms.add(new Term(weight, ofCatalogue(message.getObjective(), term + ".objective")));
    }
    if (terms.size() == 1 && terms.get(0).weight() == 1) {
      return terms.get(0).objective();
    }
    try {
      return new WeightedSum(terms);
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(field, NamedRefusal.of(e).remedy());
    }
  }

  private Objective ofCatalogue(ObjectiveSpec spec, String field) {
    CatalogueEntry entry;
    try {
      entry = catalogue.entry(spec.getName());
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(field + ".name", NamedRefusal.of(e).remedy());
    }
    String parameters = field + ".parameters";
    spec.getParametersMap()
        .forEach(
            (name, value) -> {
              if (!Double.isFinite(value)) {
                throw new InvalidFieldException(
                    parameters + "." + name, value + " is not finite; give a number");
              }
            });
    try {
      return entry.create(spec.getParametersMap());
    } catch (IllegalArgumentException | ArithmeticException e) {
      NamedRefusal refusal = NamedRefusal.of(e);
      boolean named =
          entry.parameters().stream().anyMatch(declared -> declared.name().equals(refusal.name()));
      throw new InvalidFieldException(
          named ? parameters + "." + refusal.name() : parameters, refusal.remedy());
    }
  }
}
