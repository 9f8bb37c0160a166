package io.plumbline.cli.judge;

import io.plumbline.judgment.reader.VerdictReaders;
import java.util.Iterator;

/** The names that {@code --reader} takes. */
final class ReaderNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return VerdictReaders.names().iterator();
  }
}
