package io.plumbline.statistics.leaderboard.arenahard;

/**
 * Numbers texts in order of appearance without keeping them, so that ten million different question
 * ids fit into 200 MB. Two texts get one number only if their 64-bit hashes collide, which for ten
 * million texts has a chance of about 3e−6.
 */
final class TextIndex {
  private long[] hashes = new long[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int size;

  /** The number of a text, a new one if it was not seen before. */
  int number(CharSequence text) {
    long hash = hash(text);
    int slot = slot(hash);
    if (hashes[slot] == hash) {
      return numbers[slot];
    }
    if (4L * (size + 1) > 3L * hashes.length) {
      grow();
      slot = slot(hash);
    }
    hashes[slot] = hash;
    numbers[slot] = size;
    return size++;
  }

  int size() {
    return size;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[2 * oldHashes.length];
    numbers = new int[hashes.length];
    for (int old = 0; old < oldHashes.length; old++) {
      if (oldHashes[old] != 0) {
        int slot = slot(oldHashes[old]);
        hashes[slot] = oldHashes[old];
        numbers[slot] = oldNumbers[old];
      }
    }
  }

  /** FNV-1a over the characters, mixed once more; never zero. */
  private static long hash(CharSequence text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
