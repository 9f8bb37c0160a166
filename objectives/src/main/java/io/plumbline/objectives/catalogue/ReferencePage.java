package io.plumbline.objectives.catalogue;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renders the catalogue as the page {@code docs/reference/objectives.md}.
 *
 * @param catalogue what is rendered
 * @param omissions what is left out on purpose, with the reason
 */
public record ReferencePage(Catalogue catalogue, List<Omission> omissions) {
  private static final String HEAD =
      """
      # Objectives

      <!-- Written from the catalogue by ReferencePageTest; do not edit by hand. -->

      Every loss that Plumbline trains with. Each is a pure function of channels; the Javadoc of \
      `io.plumbline.objectives` tells how an engine calls one.

      Letters: `w` chosen (or desirable), `l` rejected; `l_y` the sum, `l̄_y` the mean of a \
      completion's token log-probabilities under the policy; `u_y` the sum of the log-ratios of \
      policy and reference; `σ` the logistic function. A loss is the mean over examples unless it \
      says otherwise. Where one name stands for several formulas, each has an entry, and \
      *Readings* tells which project uses which.

      """;

  /** The page in Markdown. */
  public String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| name | objective | METHODS | layout | coupling |\n");
    page.append("| --- | --- | --- | --- | --- |\n");
    for (CatalogueEntry entry : catalogue.entries()) {
      Signature signature = entry.create().signature();
      page.append(
          "| [`%s`](#%s) | %s | %s | %s | %s |\n"
              .formatted(
                  entry.name(),
                  entry.name(),
                  entry.title(),
                  numbers(entry),
                  lower(signature.layout()),
                  lower(signature.coupling())));
    }
    page.append(sharedNames());
    catalogue.entries().forEach(entry -> page.append(section(entry)));
    page.append("\n## By METHODS number\n\n");
    byNumber()
        .forEach(
            (number, names) ->
                page.append("- %d: %s\n".formatted(number, String.join(", ", names))));
    page.append("\n## Left out\n\n");
    omissions.forEach(
        omission -> page.append("- **%s**: %s\n".formatted(omission.method(), omission.reason())));
    return page.toString();
  }

  private String sharedNames() {
    StringBuilder table = new StringBuilder("\n## One name, several formulas\n\n");
    table.append("| name | here | formula | who means it |\n| --- | --- | --- | --- |\n");
    for (Reading reading : Reading.all()) {
      CatalogueEntry entry = catalogue.entry(reading.entry());
      table.append(
          "| %s | [`%s`](#%s) | %s | %s |\n"
              .formatted(
                  reading.name(),
                  entry.name(),
                  entry.name(),
                  entry.equation().replace("|", "\\|"),
                  reading.projects()));
    }
    return table.toString();
  }

  private Map<Integer, List<String>> byNumber() {
    Map<Integer, List<String>> names = new TreeMap<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      entry
          .methods()
          .forEach(
              number ->
                  names
                      .computeIfAbsent(number, n -> new ArrayList<>())
                      .add("`%s`".formatted(entry.name())));
    }
    return names;
  }

  private static String section(CatalogueEntry entry) {
    Signature signature = entry.create().signature();
    StringBuilder section = new StringBuilder("\n## %s\n\n".formatted(entry.name()));
    section.append(entry.title());
    if (!entry.methods().isEmpty()) {
      section.append(" (METHODS %s)".formatted(numbers(entry)));
    }
    section.append(". Source: %s.\n\n".formatted(entry.source()));
    section.append("    %s\n\n".formatted(entry.equation()));
    section.append("- Differentiable: %s\n".formatted(names(signature.differentiable())));
    section.append("- Constant: %s\n".formatted(names(signature.constants())));
    section.append("- Detached: %s\n".formatted(entry.detached()));
    section.append("- Invariant under: %s\n".formatted(words(entry, true)));
    section.append("- Not under: %s\n".formatted(words(entry, false)));
    if (!entry.parameters().isEmpty()) {
      section.append("- Parameters: %s\n".formatted(parameters(entry)));
    }
    if (!entry.readings().isEmpty()) {
      section.append("- Readings: %s\n".formatted(entry.readings()));
    }
    return section.toString();
  }

  private static String numbers(CatalogueEntry entry) {
    return entry.methods().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String names(Set<Channel> channels) {
    return channels.isEmpty()
        ? "none"
        : channels.stream()
            .sorted(Comparator.comparing(Channel::name))
            .map(channel -> "`%s` per %s".formatted(channel.name(), lower(channel.level())))
            .collect(Collectors.joining(", "));
  }

  private static String words(CatalogueEntry entry, boolean declared) {
    String words =
        Arrays.stream(Invariance.values())
            .filter(invariance -> entry.invariances().contains(invariance) == declared)
            .map(Invariance::words)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }

  private static String parameters(CatalogueEntry entry) {
    return entry.parameters().stream()
        .map(p -> "`%s` = %s (%s)".formatted(p.name(), plain(p.initial()), p.meaning()))
        .collect(Collectors.joining("; "));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
