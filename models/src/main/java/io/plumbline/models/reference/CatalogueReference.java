package io.plumbline.models.reference;

/** A short name that the built-in catalogue translates. */
public record CatalogueReference(String text) implements ModelReference {}
