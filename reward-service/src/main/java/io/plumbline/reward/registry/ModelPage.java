package io.plumbline.reward.registry;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of the models.
 *
 * @param nextToken empty on the last page
 */
public record ModelPage(List<ModelVersion> models, String nextToken) {
  public ModelPage {
    models = List.copyOf(models);
  }

  /**
   * @param builtIn shown before the first published one, beyond the size
   * @param published one more than {@code size} where there is another page
   */
  static ModelPage of(List<ModelVersion> builtIn, List<ModelVersion> published, int size) {
    List<ModelVersion> models = new ArrayList<>(builtIn);
    boolean more = published.size() > size;
    List<ModelVersion> shown = more ? published.subList(0, size) : published;
    models.addAll(shown);
    return new ModelPage(models, more ? shown.get(size - 1).reference() : "");
  }
}
