package io.plumbline.models.llama2c;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * llama2.c's encoder as its run.c describes it: a space in front of any text, one token per code
 * point or per byte where there is none, then the best-scoring neighbours merge, the leftmost of
 * equals, until none can. Written apart from the importer, from the file alone, to check it.
 */
final class ScoreMergeEncoder {

  private final byte[][] pieces;
  private final float[] scores;
  private final Map<String, Integer> ids = new HashMap<>();

  ScoreMergeEncoder(Path file, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.getInt();
    pieces = new byte[size][];
    scores = new float[size];
    for (int id = 0; id < size; id++) {
      scores[id] = bytes.getFloat();
      pieces[id] = new byte[bytes.getInt()];
      bytes.get(pieces[id]);
      if (id > 258) {
        ids.put(new String(pieces[id], StandardCharsets.UTF_8), id);
      }
    }
  }

  List<Integer> encode(String text) {
    List<Integer> tokens = new ArrayList<>();
    (text.isEmpty() ? "" : " " + text)
        .codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              Integer id = ids.get(character);
              if (id != null) {
                tokens.add(id);
              } else {
                for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
                  tokens.add((each & 0xff) + 3);
                }
              }
            });
    boolean merged = true;
    while (merged) {
      merged = mergeBest(tokens);
    }
    return tokens;
  }

  private boolean mergeBest(List<Integer> tokens) {
    float best = -1e10f;
    int at = -1;
    int merged = -1;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i) > 258 && tokens.get(i + 1) > 258) {
        String joined = piece(tokens.get(i)) + piece(tokens.get(i + 1));
        Integer id = ids.get(joined);
        if (id != null && scores[id] > best) {
          best = scores[id];
          at = i;
          merged = id;
        }
      }
    }
    if (at < 0) {
      return false;
    }
    tokens.set(at, merged);
    tokens.remove(at + 1);
    return true;
  }

  private String piece(int id) {
    return new String(pieces[id], StandardCharsets.UTF_8);
  }
}
