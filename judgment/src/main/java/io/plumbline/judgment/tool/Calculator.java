package io.plumbline.judgment.tool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Sums, differences, products, quotients, whole powers and brackets, to 34 digits; no number on the
 * way has more than 100 places before or behind the point.
 */
final class Calculator implements Tool {
  private static final int DEEPEST = 100;
  private static final int MOST_PLACES = 100;
  private static final int LARGEST_POWER = 999;

  @Override
  public String name() {
    return "calculator";
  }

  @Override
  public String usage() {
    return "calculator: an expression with + - * / ^ and brackets, such as 3 * (4 + 5)";
  }

  @Override
  public String run(String input) {
    Parser parser = new Parser(input.replace(" ", ""));
    BigDecimal value;
    try {
      value = parser.sum(0);
    } catch (ArithmeticException undefined) {
      throw new IllegalArgumentException("undefined: " + undefined.getMessage(), undefined);
    }
    if (parser.at < parser.text.length()) {
      throw new IllegalArgumentException("'" + parser.text.charAt(parser.at) + "' is not expected");
    }
    BigDecimal rounded = value.round(new MathContext(16, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A number that can be reckoned with and written out; powers of powers cannot. */
  private static BigDecimal bounded(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (Math.abs((long) value.precision() - value.scale()) > MOST_PLACES) {
      throw new IllegalArgumentException(
          "a number has more than " + MOST_PLACES + " places before or behind the point");
    }
    return value;
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    BigDecimal sum(int depth) {
      BigDecimal value = product(depth);
      while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        boolean plus = text.charAt(at++) == '+';
        BigDecimal next = product(depth);
        value =
            bounded(
                plus
                    ? value.add(next, MathContext.DECIMAL128)
                    : value.subtract(next, MathContext.DECIMAL128));
      }
      return value;
    }

    private BigDecimal product(int depth) {
      BigDecimal value = power(depth);
      while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
        boolean times = text.charAt(at++) == '*';
        BigDecimal next = power(depth);
        value =
            bounded(
                times
                    ? value.multiply(next, MathContext.DECIMAL128)
                    : value.divide(next, MathContext.DECIMAL128));
      }
      return value;
    }

    private BigDecimal power(int depth) {
      if (at < text.length() && text.charAt(at) == '-') {
        at++;
        return power(depth + 1).negate();
      }
      BigDecimal base = atom(depth);
      if (at < text.length() && text.charAt(at) == '^') {
        at++;
        BigDecimal exponent = power(depth + 1);
        if (exponent.stripTrailingZeros().scale() > 0
            || exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_POWER)) > 0) {
          throw new IllegalArgumentException("a power must be whole and at most " + LARGEST_POWER);
        }
        return bounded(base.pow(exponent.intValue(), MathContext.DECIMAL128));
      }
      return base;
    }

    private BigDecimal atom(int depth) {
      if (depth > DEEPEST) {
        throw new IllegalArgumentException("nested too deep");
      }
      if (at < text.length() && text.charAt(at) == '(') {
        at++;
        BigDecimal value = sum(depth + 1);
        if (at >= text.length() || text.charAt(at++) != ')') {
          throw new IllegalArgumentException("a bracket is not closed");
        }
        return value;
      }
      int start = at;
      while (at < text.length()
          && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
        at++;
      }
      try {
        return bounded(new BigDecimal(text.substring(start, at), MathContext.DECIMAL128));
      } catch (NumberFormatException none) {
        throw new IllegalArgumentException("a number is missing at place " + (start + 1), none);
      }
    }
  }
}
