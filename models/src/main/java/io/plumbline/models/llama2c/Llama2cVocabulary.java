package io.plumbline.models.llama2c;

import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a llama2.c tokenizer.bin with their merge scores. Ids 0 to 2 are {@code <unk>},
 * {@code <s>} and {@code </s>}, ids 3 to 258 stand for the 256 byte values, whatever text the file
 * gives them; all later ids are pieces, spaces in them written as sentencepiece's mark.
 *
 * @param pieces by token id
 * @param scores by token id; the pair whose piece scores highest merges first
 */
record Llama2cVocabulary(List<String> pieces, List<Float> scores) {

  /** Sentencepiece's mark for a space. */
  static final String SPACE = "\u2581";

  /** The first id that stands for a piece of text. */
  static final int FIRST_PIECE = 259;

  private static final List<String> SPECIAL = List.of("<unk>", "<s>", "</s>");

  Llama2cVocabulary {
    pieces = List.copyOf(pieces);
    scores = List.copyOf(scores);
  }

  static Llama2cVocabulary read(Path file, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<String> pieces = new ArrayList<>(size);
    List<Float> scores = new ArrayList<>(size);
    try {
      bytes.getInt();
      for (int id = 0; id < size; id++) {
        scores.add(bytes.getFloat());
        byte[] piece = new byte[bytes.getInt()];
        bytes.get(piece);
        pieces.add(name(id, new String(piece, StandardCharsets.UTF_8)));
      }
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new ModelException(
          Reason.MALFORMED,
          file + " does not hold " + size + " tokens of a llama2.c tokenizer",
          "give the tokenizer.bin that belongs to the checkpoint",
          e);
    }
    return new Llama2cVocabulary(pieces, scores);
  }

  private static String name(int id, String piece) {
    if (id < SPECIAL.size()) {
      return SPECIAL.get(id);
    }
    return id < FIRST_PIECE
        ? String.format("<0x%02X>", id - SPECIAL.size())
        : piece.replace(" ", SPACE);
  }
}
