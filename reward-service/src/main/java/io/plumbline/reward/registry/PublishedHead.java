package io.plumbline.reward.registry;

/**
 * A published head with what is needed to score with it.
 *
 * @param encoder name of the encoder whose vectors it reads
 * @param encoderDigest of the encoder that it was trained on
 * @param weights as {@link WeightFormat} writes them
 */
public record PublishedHead(
    ModelVersion model, String encoder, String encoderDigest, byte[] weights) {
  /** Stands for the digest of an encoder that only the client knows. */
  public static final String POSTED = "posted";

  /** Whether it was trained on embeddings that a client posted. */
  public boolean isOfPostedEmbeddings() {
    return encoderDigest.equals(POSTED);
  }
}
