package io.plumbline.judgment.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternMatchTest {
  private final PatternMatch regex = new PatternMatch();

  // Counted by hand.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "/a/ banana => 3",
        "/an(an)*/ banana anan => 2",
        "/^b|a$/ banana => 2",
        "/\\bthe\\b/ the other, the => 2",
        "/\\Bn\\B/ on and none => 2",
        "/(?i)ÄRGER|[xy]/ Ärger, ärger, X => 3",
        "/(\\d{1,3},)*\\d{3}/ 1,234,567 and 42 => 1",
        "/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/ 0f8fad5b-d9cb-469f-a165-70867728950e => 1",
        "/<.+?>/ <a><b> => 2",
        "/<.+>/ <a><b> => 1",
        "/\\p{L}+/ две слова => 2",
        "/[^\\s\\]]+\\]/ a] b ]c] => 2",
        "/\\x41\\x{42}/ ABAB => 2",
        "/👍{2}/ 👍👍👍👍 => 2",
        "/(?:ab|a)(?:c|bcd)/ abcd => 1",
        "/x*/ axb => 4",
        "/(x*)*/ axb => 4",
        "/a{0}b{1,}c{2,3}/ abbcccc => 1"
      })
  void countsMatchesThatDoNotOverlap(String call, int matches) {
    assertThat(regex.run(call)).isEqualTo(matches + (matches == 1 ? " match" : " matches"));
  }

  // The peer is the JDK's own engine, on expressions whose repeated parts take a character each.
  @Test
  void countsAsTheJdkDoes() {
    Random random = new Random(19);
    for (int i = 0; i < 20_000; i++) {
      String expression = alternatives(random, 2);
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(12), 0, 4).forEach(one -> text.append("abc ".charAt(one)));
      Matcher matcher = Pattern.compile(expression).matcher(text);
      int expected = 0;
      while (matcher.find()) {
        expected++;
      }

      assertThat(regex.run("/" + expression + "/ " + text))
          .as("%s in '%s'", expression, text)
          .isEqualTo(expected + (expected == 1 ? " match" : " matches"));
    }
  }

  // Each kept java.util.regex busy for ever, or for as long as somebody cared to wait.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/((?:){2000}){100000}/ x",
        "/((?:){2000000000}){2000000000}/ x",
        "/(((a{999}){999}){999}){999}/ x",
        "/((((a?){9}){9}){9}){9}/ x",
        "/(.*)(.*)(.*)(.*)(.*)\\1c/ abababababababababababababababababab",
        "/(?=(a+)+$)b/ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void refusesWhatIsTooLargeOrNoAutomatonCanDo(String call) {
    assertThatThrownBy(() -> regex.run(call)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "(|a?|a)+b"})
  void findsInOnePassThatNothingMatches(String expression) {
    assertThat(regex.run("/" + expression + "/ " + "a".repeat(1_900))).isEqualTo("0 matches");
  }

  // Every empty alternative doubles the ways through the expression; the text has no character.
  // Every empty alternative doubles the ways through the expression; the text has no character.
  @Test
  void endsWhereNothingIsRead() {
    assertThat(regex.run("/" + "(a?|b?)".repeat(100) + "c/ ")).isEqualTo("0 matches");
  }

  // 1,900 searches, each to the end of the text for a 'b' that is not there; and one search of
  // 8,100 ways at each of 1,900 characters.
  @ParameterizedTest
  @ValueSource(strings = {"a.*b|a", "(?:a{0,900}){9}b"})
  void givesUpWhatTakesTooLong(String expression) {
    assertThatThrownBy(() -> regex.run("/" + expression + "/ " + "a".repeat(1_900)))
        .hasMessage("the expression takes too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a)/ x",
        "/*a/ x",
        "/a++/ x",
        "/(?<!a)b/ x",
        "/(a)\\1/ x",
        "/[a/ x",
        "/[b-a]/ x",
        "/a{3,2}/ x",
        "/a{1001}/ x"
      })
  void saysThatAnExpressionIsWrong(String call) {
    assertThatThrownBy(() -> regex.run(call))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("[a-z].*: .+");
  }

  // Written out: 1,000 parts 11 times; more than 10,000 of the others, too, or unknown (\\Q).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/(a{999}){11}/ x",
        "/(((a{999}){999}){999}){999}/ x",
        "/((a{99}\\Q(\\E){99}\\Q(\\E){99}/ x",
        "/((((a?){9}){9}){9}){9}/ x",
        "/(?:){99999}/ x",
        "/[)]{99}([(]{99}){200}/ x",
        "/a{99999999999999999999}/ x",
        "/a{2,99999}/ x"
      })
  void refusesCountsThatAreTooLarge(String call) {
    assertThatThrownBy(() -> regex.run(call)).hasMessage("the expression's counts are too large");
  }

  private static String alternatives(Random random, int depth) {
    StringBuilder text = new StringBuilder(sequence(random, depth));
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append('|').append(sequence(random, depth));
    }
    return text.toString();
  }

  private static String sequence(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      boolean group = depth > 0 && random.nextInt(3) == 0;
      text.append(
          group
              ? "("
                  + one(random)
                  + alternatives(random, depth - 1).replace("|", "|" + one(random))
                  + ")"
              : one(random));
      text.append(
          pick(random, "", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?", "+?", "??"));
    }
    return text.append(pick(random, "", "", "", "", "$", "\\b", "\\B")).toString();
  }

  private static String one(Random random) {
    return pick(random, "a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\s");
  }

  private static String pick(Random random, String... from) {
    return List.of(from).get(random.nextInt(from.length));
  }
}
