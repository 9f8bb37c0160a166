package io.plumbline.cli.methods;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The methods, read from {@code methods.tsv} beside this class. */
public final class MethodCatalogue {
  private static final String FILE = "methods.tsv";
  private static final int COLUMNS = 8;

  private final List<Method> methods;

  private MethodCatalogue(List<Method> methods) {
    this.methods = List.copyOf(methods);
  }

  /** Reads the catalogue that is packaged with the command. */
  public static MethodCatalogue load() {
    try (InputStream stream = MethodCatalogue.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException(FILE + " is not packaged with the command");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new MethodCatalogue(reader.lines().skip(1).map(MethodCatalogue::method).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All methods, by number. */
  public List<Method> methods() {
    return methods;
  }

  /** The methods that match every word; all of them for no word. */
  public List<Method> find(List<String> words) {
    return methods.stream().filter(method -> method.matches(words)).toList();
  }

  private static Method method(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException(
          FILE + ": " + cells.length + " instead of " + COLUMNS + " columns in: " + line);
    }
    return new Method(
        Integer.parseInt(cells[0]),
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        MethodState.valueOf(cells[5].toUpperCase(Locale.ROOT)),
        cells[6],
        cells[7]);
  }
}
