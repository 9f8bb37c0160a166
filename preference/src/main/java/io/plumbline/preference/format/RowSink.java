package io.plumbline.preference.format;

/** Takes the rows of a file in file order. */
public interface RowSink<T> {

  /**
   * @param line counted from 1
   */
  void value(long line, T value);

  void bad(BadRow row);
}
