package io.plumbline.worker.scoring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The forward pass of a llama2.c checkpoint in plain Java and double precision, read straight from
 * the published file: no importer, no permutation, no libtorch. It exists to check those.
 */
final class PlainLlama2c {

  private final int width;
  private final int hidden;
  private final int layers;
  private final int heads;
  private final int vocabulary;
  private final FloatBuffer weights;

  PlainLlama2c(Path checkpoint) throws IOException {
    try (FileChannel channel = FileChannel.open(checkpoint)) {
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      width = bytes.getInt();
      hidden = bytes.getInt();
      layers = bytes.getInt();
      heads = bytes.getInt();
      if (bytes.getInt() != heads) {
        throw new IOException("this check knows no grouped keys and values");
      }
      vocabulary = bytes.getInt();
      bytes.getInt();
      weights = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
  }

  /** log p(tokens[i] | tokens before i) for i from 1 on. */
  double[] logProbabilities(int[] tokens) {
    double[][][] keys = new double[layers][tokens.length][];
    double[][][] values = new double[layers][tokens.length][];
    double[] results = new double[tokens.length - 1];
    for (int position = 0; position + 1 < tokens.length; position++) {
      double[] logits = logits(tokens[position], position, keys, values);
      results[position] = logits[tokens[position + 1]] - logSumExp(logits);
    }
    return results;
  }

  private double[] logits(int token, int position, double[][][] keys, double[][][] values) {
    int square = width * width;
    int attentionNorm = vocabulary * width;
    int query = attentionNorm + layers * width;
    int key = query + layers * square;
    int value = key + layers * square;
    int output = value + layers * square;
    int feedForwardNorm = output + layers * square;
    int gate = feedForwardNorm + layers * width;
    int down = gate + layers * width * hidden;
    int up = down + layers * width * hidden;
    int finalNorm = up + layers * width * hidden;
    double[] stream = new double[width];
    for (int i = 0; i < width; i++) {
      stream[i] = weights.get(token * width + i);
    }
    for (int layer = 0; layer < layers; layer++) {
      double[] normed = norm(stream, attentionNorm + layer * width);
      double[] queries = rotate(multiply(query + layer * square, width, normed), position);
      keys[layer][position] = rotate(multiply(key + layer * square, width, normed), position);
      values[layer][position] = multiply(value + layer * square, width, normed);
      double[] attended = attend(queries, keys[layer], values[layer], position);
      add(stream, multiply(output + layer * square, width, attended));
      double[] rest = norm(stream, feedForwardNorm + layer * width);
      double[] gates = multiply(gate + layer * width * hidden, hidden, rest);
      double[] ups = multiply(up + layer * width * hidden, hidden, rest);
      for (int i = 0; i < hidden; i++) {
        gates[i] = gates[i] / (1 + Math.exp(-gates[i])) * ups[i];
      }
      add(stream, multiply(down + layer * width * hidden, width, gates));
    }
    return multiply(0, vocabulary, norm(stream, finalNorm));
  }

  private double[] norm(double[] input, int offset) {
    double squares = 0;
    for (double each : input) {
      squares += each * each;
    }
    double scale = 1 / Math.sqrt(squares / input.length + 1e-5);
    double[] normed = new double[input.length];
    for (int i = 0; i < input.length; i++) {
      normed[i] = weights.get(offset + i) * input[i] * scale;
    }
    return normed;
  }

  private double[] multiply(int offset, int rows, double[] input) {
    double[] product = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = 0; i < input.length; i++) {
        sum += weights.get(offset + row * input.length + i) * input[i];
      }
      product[row] = sum;
    }
    return product;
  }

  /** Neighbouring elements turn together, as llama2.c stores them. */
  private double[] rotate(double[] input, int position) {
    int headWidth = width / heads;
    for (int i = 0; i < width; i += 2) {
      double angle = position * Math.pow(10_000, -(double) (i % headWidth) / headWidth);
      double first = input[i];
      double second = input[i + 1];
      input[i] = first * Math.cos(angle) - second * Math.sin(angle);
      input[i + 1] = first * Math.sin(angle) + second * Math.cos(angle);
    }
    return input;
  }

  private double[] attend(double[] queries, double[][] keys, double[][] values, int position) {
    int headWidth = width / heads;
    double[] attended = new double[width];
    for (int head = 0; head < heads; head++) {
      int offset = head * headWidth;
      double[] scores = new double[position + 1];
      for (int other = 0; other <= position; other++) {
        for (int i = 0; i < headWidth; i++) {
          scores[other] += queries[offset + i] * keys[other][offset + i];
        }
        scores[other] /= Math.sqrt(headWidth);
      }
      double normalizer = logSumExp(scores);
      for (int other = 0; other <= position; other++) {
        double weight = Math.exp(scores[other] - normalizer);
        for (int i = 0; i < headWidth; i++) {
          attended[offset + i] += weight * values[other][offset + i];
        }
      }
    }
    return attended;
  }

  private static void add(double[] stream, double[] update) {
    for (int i = 0; i < stream.length; i++) {
      stream[i] += update[i];
    }
  }

  private static double logSumExp(double[] logits) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      maximum = Math.max(maximum, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - maximum);
    }
    return maximum + Math.log(sum);
  }
}
