package io.plumbline.models.llama2c;

import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.nio.ByteBuffer;

/**
 * The seven integers at the head of a llama2.c checkpoint (its version 0).
 *
 * @param dimension width of the residual stream
 * @param hiddenDimension width of the feed-forward layer
 * @param layers number of blocks
 * @param heads number of query heads
 * @param keyValueHeads number of key and value heads
 * @param vocabularySize number of tokens
 * @param sequenceLength longest context, in tokens
 * @param sharedClassifier whether the output matrix is the embedding matrix
 */
record Llama2cHeader(
    int dimension,
    int hiddenDimension,
    int layers,
    int heads,
    int keyValueHeads,
    int vocabularySize,
    int sequenceLength,
    boolean sharedClassifier) {

  static final int BYTES = 28;

  /** Reads the header; a negative vocabulary size says that the classifier is its own matrix. */
  static Llama2cHeader read(ByteBuffer bytes) {
    int dimension = bytes.getInt();
    int hidden = bytes.getInt();
    int layers = bytes.getInt();
    int heads = bytes.getInt();
    int keyValueHeads = bytes.getInt();
    int vocabulary = bytes.getInt();
    int sequence = bytes.getInt();
    boolean plausible =
        dimension > 0
            && hidden > 0
            && layers > 0
            && heads > 0
            && keyValueHeads > 0
            && sequence > 0
            && dimension % heads == 0
            && heads % keyValueHeads == 0;
    if (!plausible) {
      throw new ModelException(
          Reason.MALFORMED,
          "the file is no llama2.c checkpoint of version 0",
          "export it with llama2.c's export.py --version 0");
    }
    return new Llama2cHeader(
        dimension,
        hidden,
        layers,
        heads,
        keyValueHeads,
        Math.abs(vocabulary),
        sequence,
        vocabulary > 0);
  }

  int headDimension() {
    return dimension / heads;
  }

  int keyValueDimension() {
    return headDimension() * keyValueHeads;
  }
}
