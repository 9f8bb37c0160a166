package io.plumbline.objectives.catalogue;

import io.plumbline.objectives.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All objectives by name. */
public final class Catalogue {
  private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

  private Catalogue(Stream<CatalogueEntry> all) {
    all.forEach(
        entry -> {
          if (entries.put(entry.name(), entry) != null) {
            throw new IllegalStateException("two objectives are called " + entry.name());
          }
        });
  }

  /** Every objective of this module. */
  public static Catalogue standard() {
    return new Catalogue(
        Stream.of(
                MarginEntries.all(),
                ReferenceFreeEntries.all(),
                AbsoluteEntries.all(),
                LabelledEntries.all(),
                DpoVariantEntries.all(),
                ListEntries.all(),
                PolicyGradientEntries.all(),
                ScoreFunctionEntries.all(),
                RewardEntries.all(),
                DiffusionEntries.all(),
                OfflineEntries.all(),
                FeedbackEntries.all(),
                ClassificationEntries.all(),
                NashEntries.all(),
                ReliabilityEntries.all(),
                TokenMaskEntries.all())
            .flatMap(List::stream));
  }

  public List<CatalogueEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The entry called {@code name}. Throws when there is none. */
  public CatalogueEntry entry(String name) {
    CatalogueEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "objective: '%s' is unknown; `plumbline objectives list` names all".formatted(name));
    }
    return entry;
  }

  /** The objective {@code name} built with {@code parameters} over its initial ones. */
  public Objective create(String name, Map<String, Double> parameters) {
    return entry(name).create(parameters);
  }
}
