package io.plumbline.statistics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A column of a table.
 *
 * @param digits decimals of its numbers; −1 for text
 */
public record Column(String name, int digits) {

  public static Column text(String name) {
    return new Column(name, -1);
  }

  public static Column number(String name, int digits) {
    return new Column(name, digits);
  }

  boolean isNumber() {
    return digits >= 0;
  }

  /** A cell as people read it; a dash where there is no value. */
  String format(Object cell) {
    if (cell == null || cell instanceof Double number && !Double.isFinite(number)) {
      return "–";
    }
    return cell instanceof Double number
        ? new BigDecimal(number).setScale(Math.max(0, digits), RoundingMode.HALF_EVEN).toString()
        : cell.toString();
  }
}
