package io.plumbline.judgment.survey;

import java.util.List;
import java.util.Optional;

/** The surveys by name. */
public final class Surveys {
  private static final List<Survey> ALL =
      List.of(
          new AnchoredChoice(),
          new ImplicitAssociation(),
          new DecisionBias(),
          new AttributeCompletion(),
          new Discrimination(),
          new PersonaReasoning(),
          new ValueStance(),
          new ThoughtDiversity(),
          new StrategyPreference());

  private Surveys() {}

  public static List<Survey> all() {
    return ALL;
  }

  public static Optional<Survey> named(String name) {
    return ALL.stream().filter(survey -> survey.name().equals(name)).findFirst();
  }
}
