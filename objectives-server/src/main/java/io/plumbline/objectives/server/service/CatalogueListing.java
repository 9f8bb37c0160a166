package io.plumbline.objectives.server.service;

import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ListObjectivesResponse;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.server.wire.CatalogueMessages;
import io.plumbline.objectives.server.wire.InvalidFieldException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue's descriptions, made once. */
final class CatalogueListing {
  private final Map<String, ObjectiveDescription> byName = new LinkedHashMap<>();

  CatalogueListing(Catalogue catalogue) {
    catalogue
        .entries()
        .forEach(entry -> byName.put(entry.name(), CatalogueMessages.describe(entry)));
  }

  /** One description; NOT_FOUND when there is none. */
  ObjectiveDescription get(String name) {
    ObjectiveDescription found = byName.get(name);
    if (found == null) {
      throw Refusals.notFound(name);
    }
    return found;
  }

  /** A page; its token is the name of the last objective on it. */
  ListObjectivesResponse page(ListObjectivesRequest request) {
    List<String> names = List.copyOf(byName.keySet());
    int from = 0;
    if (!request.getPageToken().isEmpty()) {
      from = names.indexOf(request.getPageToken()) + 1;
      if (from == 0) {
        throw new InvalidFieldException(
            "page_token", "unknown; take the last answer's next_page_token, or leave it empty");
      }
    }
    if (request.getPageSize() < 0) {
      throw new InvalidFieldException("page_size", "negative; give 0 for all, or a number");
    }
    int left = names.size() - from;
    int size = request.getPageSize() == 0 ? left : Math.min(request.getPageSize(), left);
    ListObjectivesResponse.Builder page = ListObjectivesResponse.newBuilder();
    names.subList(from, from + size).forEach(name -> page.addObjectives(byName.get(name)));
    if (size < left && size > 0) {
      page.setNextPageToken(names.get(from + size - 1));
    }
    return page.build();
  }
}
