package io.plumbline.models.catalogue;

import io.plumbline.models.reference.NpmReference;

/**
 * A model that is published as a llama2.c checkpoint and tokenizer inside one file of a package.
 *
 * @param name what a reference says
 * @param description for a person to read
 * @param license SPDX identifier of the package
 * @param container the pinned file that holds both
 * @param checkpoint where the weights lie in it
 * @param tokenizer where tokenizer.bin lies in it
 */
public record CatalogueEntry(
    String name,
    String description,
    String license,
    NpmReference container,
    Slice checkpoint,
    Slice tokenizer) {

  /**
   * A run of bytes in a file.
   *
   * @param offset first byte
   * @param length number of bytes
   * @param sha256 what they hash to
   */
  public record Slice(long offset, long length, String sha256) {}
}
