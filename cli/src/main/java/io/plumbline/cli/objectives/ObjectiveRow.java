package io.plumbline.cli.objectives;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.catalogue.CatalogueEntry;
import io.plumbline.objectives.catalogue.Invariance;
import io.plumbline.objectives.catalogue.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** One objective of the catalogue as it is printed. */
record ObjectiveRow(
    String name,
    String title,
    List<Integer> methods,
    String source,
    String equation,
    String layout,
    String coupling,
    List<String> differentiable,
    List<String> constants,
    String detached,
    List<String> invariances,
    List<Parameter> parameters,
    String readings) {
  static ObjectiveRow of(CatalogueEntry entry) {
    Signature signature = entry.create().signature();
    return new ObjectiveRow(
        entry.name(),
        entry.title(),
        entry.methods(),
        entry.source(),
        entry.equation(),
        lower(signature.layout()),
        lower(signature.coupling()),
        names(signature.differentiable()),
        names(signature.constants()),
        entry.detached(),
        entry.invariances().stream().sorted().map(Invariance::words).toList(),
        entry.parameters(),
        entry.readings());
  }

  /** Whether each of {@code words} is in its name, title or source, or is its METHODS number. */
  boolean matches(List<String> words) {
    String text = (name + " " + title + " " + source).toLowerCase(Locale.ROOT);
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .allMatch(word -> text.contains(word) || numbers().contains(word));
  }

  String text() {
    return "%-30s %s%n%30s %s%n".formatted(name, title, "", equation);
  }

  private List<String> numbers() {
    return methods.stream().map(String::valueOf).toList();
  }

  private static List<String> names(Collection<Channel> channels) {
    return channels.stream().map(Channel::name).sorted().toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
