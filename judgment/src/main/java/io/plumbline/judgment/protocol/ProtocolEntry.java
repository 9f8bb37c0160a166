package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * A protocol in the catalogue.
 *
 * @param material names of the material that a question must bring
 * @param symmetric whether the judge never sees an order
 * @param methods numbers in METHODS.md
 */
public record ProtocolEntry(
    String name,
    String summary,
    List<String> material,
    boolean symmetric,
    List<Integer> methods,
    Function<VerdictSource, PairwiseProtocol> factory) {
  public ProtocolEntry {
    requireNonNull(name, "name is null");
    requireNonNull(summary, "summary is null");
    requireNonNull(factory, "factory is null");
    material = List.copyOf(material);
    methods = List.copyOf(methods);
  }

  /** The protocol, deciding by what the source says. */
  public PairwiseProtocol create(VerdictSource source) {
    return factory.apply(source);
  }
}
