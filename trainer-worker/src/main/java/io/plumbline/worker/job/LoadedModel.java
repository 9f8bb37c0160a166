package io.plumbline.worker.job;

import io.plumbline.models.resolve.ModelResolver;
import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.text.TextTokenizer;
import io.plumbline.worker.training.TrainingListener;
import java.nio.file.Path;

/** A model by reference, ready to work: its directory, decoder and tokenizer. */
public record LoadedModel(Path directory, Decoder decoder, TextTokenizer tokenizer)
    implements AutoCloseable {

  /**
   * Fetches what is missing and loads it.
   *
   * @param reference in one of the forms of {@link io.plumbline.models.reference.ModelReference}
   */
  public static LoadedModel load(
      ModelResolver resolver, String reference, TrainingListener listener) {
    Path directory =
        resolver.resolve(
            reference,
            (artifact, done, total) ->
                listener.progress("download", done, Math.max(0, total), "bytes"));
    return new LoadedModel(directory, Decoder.load(directory), TextTokenizer.open(directory));
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
