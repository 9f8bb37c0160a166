package io.plumbline.objectives.catalogue;

import io.plumbline.objectives.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects the parts of a {@link CatalogueEntry}; the factory comes last. */
public final class EntryBuilder {
  private final String name;
  private final String title;
  private final List<Parameter> parameters = new ArrayList<>();
  private List<Integer> methods = List.of();
  private String source = "";
  private String equation = "";
  private String detached = "nothing";
  private Set<Invariance> invariances = Set.of();
  private String readings = "";

  EntryBuilder(String name, String title) {
    this.name = name;
    this.title = title;
  }

  public EntryBuilder methods(Integer... numbers) {
    methods = Arrays.asList(numbers);
    return this;
  }

  public EntryBuilder source(String paperAndEquation) {
    source = paperAndEquation;
    return this;
  }

  public EntryBuilder equation(String plainText) {
    equation = plainText;
    return this;
  }

  public EntryBuilder parameter(String parameter, double initial, String meaning) {
    parameters.add(new Parameter(parameter, initial, meaning));
    return this;
  }

  /** The β that most objectives share. */
  public EntryBuilder beta(double initial) {
    return parameter("beta", initial, "β > 0, strength of the KL constraint");
  }

  public EntryBuilder detached(String what) {
    detached = what;
    return this;
  }

  public EntryBuilder invariant(Invariance... under) {
    invariances = Set.of(under);
    return this;
  }

  public EntryBuilder readings(String projects) {
    readings = projects;
    return this;
  }

  /** The entry, built by {@code factory}. */
  public CatalogueEntry by(Function<Parameters, Objective> factory) {
    return new CatalogueEntry(
        name,
        title,
        methods,
        source,
        equation,
        parameters,
        detached,
        invariances,
        readings,
        factory);
  }
}
