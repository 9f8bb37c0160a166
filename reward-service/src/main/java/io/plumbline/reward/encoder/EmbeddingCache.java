package io.plumbline.reward.encoder;

import java.util.LinkedHashMap;
import java.util.Map;

/** The embeddings of the texts seen last, by digest of the text. */
final class EmbeddingCache {
  private final Map<String, float[]> embeddings;

  EmbeddingCache(int entries) {
    this.embeddings =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > entries;
          }
        };
  }

  /** The embedding, or null. */
  synchronized float[] get(String key) {
    return embeddings.get(key);
  }

  synchronized void put(String key, float[] embedding) {
    embeddings.put(key, embedding);
  }
}
