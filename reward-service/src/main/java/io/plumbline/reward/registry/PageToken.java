package io.plumbline.reward.registry;

import io.plumbline.reward.failure.InvalidFieldException;

/** Where a page of models begins: after a name and version; empty for the first page. */
record PageToken(String name, long version) {

  static PageToken parse(String field, String token) {
    if (token.isEmpty()) {
      return new PageToken("", 0);
    }
    ModelReference reference = ModelReference.parse(field, token);
    if (!reference.namesVersion()) {
      throw new InvalidFieldException(field, "is not a token of an earlier page: leave it empty");
    }
    return new PageToken(reference.name(), reference.version());
  }

  boolean isFirst() {
    return name.isEmpty();
  }
}
