package io.plumbline.trainer.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the bytes of the rows, in order. */
final class DataSetDigest {
  private final MessageDigest digest;

  DataSetDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void add(byte[] row) {
    digest.update(row);
  }

  /** Hexadecimal, 64 digits. */
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
