package io.plumbline.judgment.recorded;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.reader.VerdictReader;

/** Reads recorded texts: one by the given reader, two ratings by which is higher. */
public final class RecordedTextReader {
  private final VerdictReader reader;
  private final RatingPair ratings = new RatingPair();

  public RecordedTextReader(VerdictReader reader) {
    this.reader = requireNonNull(reader, "reader is null");
  }

  public Reading read(RecordedText recorded) {
    return recorded.texts().size() == 1
        ? reader.read(recorded.texts().get(0))
        : ratings.read(recorded.texts().get(0), recorded.texts().get(1));
  }
}
