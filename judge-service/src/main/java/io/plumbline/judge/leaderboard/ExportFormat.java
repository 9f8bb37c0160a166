package io.plumbline.judge.leaderboard;

import io.plumbline.judge.leaderboard.store.ResultRow;
import io.plumbline.judge.request.InvalidRequestException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The documents that a leaderboard is exported as. */
enum ExportFormat {
  JSON("application/json", result -> result.json),
  CSV("text/csv; charset=utf-8", result -> result.csv),
  MARKDOWN("text/markdown; charset=utf-8", result -> result.markdown),
  HTML("text/html; charset=utf-8", result -> result.html),
  TEXT("text/plain; charset=utf-8", result -> result.plain);

  private final String mediaType;
  private final Function<ResultRow, String> document;

  ExportFormat(String mediaType, Function<ResultRow, String> document) {
    this.mediaType = mediaType;
    this.document = document;
  }

  static ExportFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "format", "must be json, csv, markdown, html or text, is '" + name + "'"));
  }

  String mediaType() {
    return mediaType;
  }

  String of(ResultRow result) {
    return document.apply(result);
  }
}
