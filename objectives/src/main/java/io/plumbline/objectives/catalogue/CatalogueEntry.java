package io.plumbline.objectives.catalogue;

import static java.util.Objects.requireNonNull;

import io.plumbline.objectives.Objective;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One objective of the catalogue: where it comes from, what it reads and how it is built.
 *
 * @param name unique lower-case name
 * @param title what the field calls it
 * @param methods numbers of METHODS.md that it serves; empty for the base set
 * @param source paper and equation, or project and function
 * @param equation loss of one example, in plain text
 * @param parameters numbers it is built with
 * @param detached what is held fixed in the gradient beyond constant channels, or "nothing"
 * @param invariances what the total loss does not see; the usual others it does see
 * @param readings which project uses which formula under this name; may be empty
 * @param factory builds it
 */
public record CatalogueEntry(
    String name,
    String title,
    List<Integer> methods,
    String source,
    String equation,
    List<Parameter> parameters,
    String detached,
    Set<Invariance> invariances,
    String readings,
    Function<Parameters, Objective> factory) {
  public CatalogueEntry {
    requireNonNull(name, "name is null");
    requireNonNull(title, "title is null");
    requireNonNull(source, "source is null");
    requireNonNull(equation, "equation is null");
    requireNonNull(detached, "detached is null");
    requireNonNull(readings, "readings is null");
    requireNonNull(factory, "factory is null");
    methods = List.copyOf(methods);
    parameters = List.copyOf(parameters);
    invariances = Set.copyOf(invariances);
  }

  /** Starts an entry. */
  public static EntryBuilder named(String name, String title) {
    return new EntryBuilder(name, title);
  }

  /** The objective with {@code given} parameters over the initial ones. */
  public Objective create(Map<String, Double> given) {
    return factory.apply(Parameters.over(parameters, given, name));
  }

  /** The objective with its initial parameters. */
  public Objective create() {
    return create(Map.of());
  }
}
