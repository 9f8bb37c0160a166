package io.plumbline.reward.encoder;

import java.util.List;

/** Turns texts into vectors of unit length; callable on several threads at once. */
public interface Encoder extends AutoCloseable {
  String name();

  /** SHA-256 of everything that decides the vectors, hexadecimal. */
  String digest();

  int dimensions();

  /** Texts that may go into one call without changing each other's vectors. */
  int maximumBatch();

  /** One vector per text, in order. */
  List<float[]> embed(List<String> texts);

  @Override
  void close();
}
