package io.plumbline.statistics.csv;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of CSV, with quoted fields as in RFC 4180 but without line breaks in them. */
public final class CsvLine {
  private CsvLine() {}

  public static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(4);
    int begin = 0;
    while (begin <= line.length()) {
      if (begin < line.length() && line.charAt(begin) == '"') {
        StringBuilder quoted = new StringBuilder();
        int at = begin + 1;
        while (at < line.length()) {
          char character = line.charAt(at);
          if (character == '"') {
            if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
              at++;
            } else {
              break;
            }
          }
          quoted.append(line.charAt(at++));
        }
        fields.add(quoted.toString());
        int comma = line.indexOf(',', at);
        begin = comma < 0 ? line.length() + 1 : comma + 1;
      } else {
        int comma = line.indexOf(',', begin);
        int end = comma < 0 ? line.length() : comma;
        fields.add(line.substring(begin, end));
        begin = end + 1;
      }
    }
    return fields;
  }
}
