package io.plumbline.worker.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.plumbline.worker.task.WorkerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The tokenizer.json of a model directory. Not thread-safe. */
public final class TextTokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;

  private TextTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Opens tokenizer.json.
   *
   * @throws WorkerException if there is none or it cannot be read
   */
  public static TextTokenizer open(Path directory) {
    try {
      return new TextTokenizer(
          HuggingFaceTokenizer.newInstance(
              directory.resolve("tokenizer.json"),
              Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false")));
    } catch (IOException | RuntimeException e) {
      throw WorkerException.failed(
          directory + "/tokenizer.json cannot be read (" + e.getMessage() + ")",
          "give a model directory with a tokenizer.json",
          e);
    }
  }

  /** Token ids of the text, with the start token where the tokenizer puts one. */
  public int[] encode(String text) {
    return Arrays.stream(tokenizer.encode(text).getIds()).mapToInt(Math::toIntExact).toArray();
  }

  /** The text of token ids, special tokens left out. */
  public String decode(int[] tokens) {
    return tokenizer.decode(Arrays.stream(tokens).asLongStream().toArray(), true);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
