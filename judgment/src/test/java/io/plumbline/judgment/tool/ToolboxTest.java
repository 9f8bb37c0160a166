package io.plumbline.judgment.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolboxTest {
  // 2 to the 10th; 1/8; 17 · 23 = 391; 2 ^ 3 ^ 2 = 2 ^ 9; February 2024 has 29 days, 2023 has 28.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator: 2 ^ 10 | 1024",
        "calculator: 1/8 | 0.125",
        "calculator: -(17 * 23) + 1 | -390",
        "calculator: 2^3^2 | 512",
        "calculator: 0.1 + 0.2 | 0.3",
        "calculator: (10^98) * 10 / 10^98 | 10",
        "calculator: 0.00 * 10^99 | 0",
        "date: 2024-02-28 2024-03-01 | 2 days",
        "date: 2023-02-28 2023-03-01 | 1 days",
        "date: 2024-02-28 +2 | 2024-03-01, friday",
        "regex: /\\d+/ 12 of 30 | 2 matches",
        "regex: /^a/ banana | 0 matches",
        "schema: {\"type\": \"integer\", \"minimum\": 3} => 4 | fits",
        "schema: {\"type\": \"integer\"} => 4.5 | does not fit: value is not of type \"integer\"",
        "schema: {\"required\": [\"a\"]} => {} | does not fit: value.a is missing",
        "schema: {\"items\": {\"type\": \"string\"}} => [\"x\", 1] | does not fit: value[1] is not of type \"string\"",
        "schema: {\"properties\": {}, \"additionalProperties\": false} => {\"b\": 1} | does not fit: value.b is not allowed"
      })
  void worksOutOneCall(String call, String result) {
    assertThat(Toolbox.results(call)).endsWith(" -> " + result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calculator: 1/0 | undefined: Division by zero",
        "calculator: 2 ^ 1000000 | a power must be whole and at most 999",
        "calculator: ((10^999)^999)^99 | a number has more than 100 places before or behind the point",
        "calculator: (10^99 * 10^99)^99 | a number has more than 100 places before or behind the point",
        "calculator: (0.1^99)^99 | a number has more than 100 places before or behind the point",
        "calculator: (1 | a bracket is not closed",
        "calculator: rm -rf | a number is missing at place 1",
        "date: yesterday | dates are written 2024-02-28",
        "regex: /(/ x | missing closing ): (",
        "schema: {\"oneOf\": []} => 1 | keywords [oneOf] are not known here"
      })
  void saysWhatIsWrongWithACall(String call, String error) {
    assertThat(Toolbox.results(call)).endsWith(" -> error: " + error);
  }

  @Test
  void runsAtMostEightCallsAndNoOtherLines() {
    assertThat(Toolbox.results("Let me think.\ncalculator: 1+1\nnone"))
        .isEqualTo("calculator: 1+1 -> 2");
    assertThat(Toolbox.results("calculator: 1+1\n".repeat(20)).lines()).hasSize(8);
    assertThat(Toolbox.results("none")).isEqualTo("no tool was used");
  }

  // Sixteen digits of 10^99 - 1 are 10^99, one and 99 zeros; the longest answer of the calculator.
  @Test
  void writesOutNumbersOfUpToAHundredPlaces() {
    assertThat(Toolbox.results("calculator: 10^99 - 1"))
        .isEqualTo("calculator: 10^99 - 1 -> 1" + "0".repeat(99));
    assertThat(Toolbox.results("calculator: " + "9".repeat(1_900)))
        .endsWith("error: a number has more than 100 places before or behind the point");
  }

  @Test
  void saysNoMoreThanThreeHundredCharacters() {
    String schema = "{\"enum\": [\"" + "x".repeat(1_500) + "\"]}";

    String result = Toolbox.results("schema: " + schema + " => 1");

    assertThat(result.substring(result.indexOf(" -> ") + 4)).hasSize(301).endsWith("xxx…");
  }

  @Test
  void refusesToNestWithoutEnd() {
    assertThat(Toolbox.results("calculator: " + "(".repeat(1_900))).contains("nested too deep");
    assertThat(Toolbox.results("calculator: " + "-".repeat(1_900) + "1"))
        .contains("nested too deep");
  }
}
