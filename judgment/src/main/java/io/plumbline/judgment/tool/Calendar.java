package io.plumbline.judgment.tool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days between two dates, or a date some days on, with its day of the week. */
final class Calendar implements Tool {
  @Override
  public String name() {
    return "date";
  }

  @Override
  public String usage() {
    return "date: two dates for the days between them, such as 2024-02-28 2024-03-01; or a date and"
        + " a number of days, such as 2024-02-28 +30";
  }

  @Override
  public String run(String input) {
    String[] words = input.split("\\s+");
    try {
      LocalDate from = LocalDate.parse(words[0]);
      if (words.length == 1) {
        return named(from);
      }
      if (words.length == 2 && words[1].matches("[+-]\\d{1,6}")) {
        return named(from.plusDays(Long.parseLong(words[1])));
      }
      if (words.length == 2) {
        return ChronoUnit.DAYS.between(from, LocalDate.parse(words[1])) + " days";
      }
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("dates are written 2024-02-28", wrong);
    }
    throw new IllegalArgumentException("one date, two dates, or a date and +days");
  }

  private static String named(LocalDate date) {
    String day = date.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    return date + ", " + day;
  }
}
