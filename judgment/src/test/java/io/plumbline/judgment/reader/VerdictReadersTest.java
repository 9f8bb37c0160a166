package io.plumbline.judgment.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictReadersTest {

  // Meanings as the papers and programs named in the readers' Javadoc define them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mt-bench | My final verdict is: [[A]] | FIRST",
        "mt-bench | [[B]] because … | SECOND",
        "mt-bench | [[C]] | TIE",
        "mt-bench | Answer A says [[A]]; still, [[B]] | UNPARSEABLE",
        "mt-bench | [A] | UNPARSEABLE",
        "mt-bench | [[A]] as said: [[A]] | FIRST",
        "mt-bench | I'm sorry, but I can't judge this. | REFUSED",
        "mt-bench | Answer A is not helpful, so I choose [[B]] | SECOND",
        "mt-bench | Answer A does not follow the instruction: [[B]] | SECOND",
        "mt-bench | Neither is better: [[C]] | TIE",
        "mt-bench | Assistant A's answer is wrong: [[B]] | SECOND",
        "mt-bench | A is not the better answer: [[B]] | SECOND",
        "mt-bench | Without a doubt: [[A]] | FIRST",
        "mt-bench | [[A]] because B is wrong. | FIRST",
        "mt-bench | My verdict is not [[A]] | UNPARSEABLE",
        "mt-bench | Say [[A]] if assistant A is better | UNPARSEABLE",
        "mt-bench-rating | Rating: [[7]] | 7.0",
        "mt-bench-rating | Rating: [[7.5]] | 7.5",
        "mt-bench-rating | Rating: [[11]] | UNPARSEABLE",
        "mt-bench-rating | [[7]] or rather [[8]] | UNPARSEABLE",
        "mt-bench-rating | [[7]], no, [[11]] | UNPARSEABLE",
        "mt-bench-rating | It does not mention the date: [[4]] | 4.0",
        "arena-hard | My final verdict is: [[A>>B]] | FIRST!",
        "arena-hard | [[A>B]] | FIRST",
        "arena-hard | [[A=B]] | TIE",
        "arena-hard | [[B>A]] | SECOND",
        "arena-hard | [[B>>A]] | SECOND!",
        "arena-hard | [[A<<B]] | SECOND!",
        "arena-hard | [[A>B]] … [[A>>B]] | UNPARSEABLE",
        "arena-hard | [[A>A]] | UNPARSEABLE",
        "prometheus | Feedback: fine. [RESULT] 4 | 4.0",
        "prometheus | [RESULT] (5) | 5.0",
        "prometheus | [RESULT] B | SECOND",
        "prometheus | [RESULT] 45 | UNPARSEABLE",
        "prometheus | [RESULT] 4.5 | UNPARSEABLE",
        "prometheus | [RESULT] Both | UNPARSEABLE",
        "prometheus | [RESULT] A tie, both are equally good. | UNPARSEABLE",
        "prometheus | [RESULT] a or b? Neither | UNPARSEABLE",
        "prometheus | [RESULT] A/B | UNPARSEABLE",
        "prometheus | [RESULT] 3-4 | UNPARSEABLE",
        "prometheus | [RESULT] 4/5 | 4.0",
        "prometheus | [RESULT]: (A). | FIRST",
        "prometheus | [RESULT] A</s> | FIRST",
        "prometheus | [RESULT] A [RESULT] B | UNPARSEABLE",
        "output-letter | Output (b) | SECOND",
        "output-letter | Therefore, Output (a) is better. | FIRST",
        "output-letter | Output (a) provides more, Output (b) less. | UNPARSEABLE",
        "output-letter | Output (a) is better. No: Output (b) is better. | UNPARSEABLE",
        "output-letter | I don't think Output (a) is better. | UNPARSEABLE",
        "output-letter | It would be wrong to say Output (a) is better. | UNPARSEABLE",
        "output-letter | By style alone, Output (a) is better. | UNPARSEABLE",
        "output-letter | Output (a) is better formatted but wrong. | UNPARSEABLE",
        "output-letter | Assistant (a) argues that Output (a) is better. So Output (b) is better. | SECOND",
        "output-letter | Output (b) is better because it answers. | SECOND",
        "letter | A | FIRST",
        "letter | (B). | SECOND",
        "letter | **A** | FIRST",
        "letter | Answer: B | SECOND",
        "letter | A better answer would be B | UNPARSEABLE",
        "letter | AB | UNPARSEABLE",
        "alpaca-eval | m | FIRST",
        "alpaca-eval | M | SECOND",
        "json | {\"winner\": \"A\"} | FIRST",
        "json | {\"score\": 3, \"reason\": \"x\"} | 3.0",
        "json | {\"winner\": \"A\", \"winner\": \"B\"} | UNPARSEABLE",
        "json | {\"winner\": \"A\", \"verdict\": \"B\"} | UNPARSEABLE",
        "json | {\"winner\": \"A\", \"choice\": \"first\"} | FIRST",
        "json | {\"winner\": \"A\", \"Winner\": \"B\"} | UNPARSEABLE",
        "json | {\"score\": 2, \"rating\": 9} | UNPARSEABLE",
        "json | {\"score\": 2, \"rating\": 2.0} | 2.0",
        "json | {\"winner\": \"A\", \"score\": 1} | UNPARSEABLE",
        "json | {\"winner\": null, \"score\": 1} | 1.0",
        "json | {\"winner\": \"A\", \"better\": \"neither\"} | UNPARSEABLE",
        "json | ```B wins. {\"winner\": \"A\"}``` | UNPARSEABLE",
        "json | {\"winner\": \"B\"} ```{\"winner\": \"A\"}``` | UNPARSEABLE",
        "json | No {\"winner\": \"B\"} but ```{\"winner\": \"A\"}``` | UNPARSEABLE",
        "json | I would not say ```{\"winner\": \"A\"}``` | UNPARSEABLE",
        "json | Sure: ```json {\"choice\": \"tie\"}``` | TIE",
        "json | {\"winner\": \"A\" | UNPARSEABLE",
      })
  void readsTheFormsOfTheField(String reader, String text, String meaning) {
    assertThat(meaning(VerdictReaders.named(reader).orElseThrow().read(JudgeText.of(text))))
        .isEqualTo(meaning);
  }

  // A heading of an analysis that was cut short, and a first line with its reason.
  @Test
  void takesALineForAVerdictOnlyWhereItBeginsOrEndsTheText() {
    VerdictReader reader = new OutputLetterReader();

    assertThat(meaning(reader.read(JudgeText.of("### Output (a)\nIt is shorter and"))))
        .isEqualTo("UNPARSEABLE");
    assertThat(meaning(reader.read(JudgeText.of("Both:\nOutput (a)\nis shorter."))))
        .isEqualTo("UNPARSEABLE");
    assertThat(meaning(reader.read(JudgeText.of("Output (a)\nIt is shorter.")))).isEqualTo("FIRST");
    assertThat(meaning(reader.read(JudgeText.of("It is shorter.\n# Output (a)"))))
        .isEqualTo("FIRST");
  }

  @Test
  void takesAContentFilterForARefusal() {
    Reading reading =
        new BracketLetterReader()
            .read(new JudgeText("", "content management policy", "ChatGPT", "Metrics"));

    assertThat(meaning(reading)).isEqualTo("REFUSED");
  }

  private static String meaning(Reading reading) {
    if (reading instanceof Reading.Choice choice) {
      return choice.winner() + (choice.decisive() ? "!" : "");
    }
    if (reading instanceof Reading.Score score) {
      return Double.toString(score.value());
    }
    return ((Reading.None) reading).state().toString();
  }

  // What the lines before say of an answer is the reason of the verdict, not its denial.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mt-bench | - Assistant B: correct/- Assistant A: incorrect//Final verdict: [[B]] | SECOND",
        "mt-bench | **Assistant A** is incorrect//**Final Verdict:** [[B]] | SECOND",
        "mt-bench | I would not choose A, it is not/[[B]] | SECOND",
        "mt-bench-rating | The answer is incorrect//Rating: [[1]] | 1.0"
      })
  void readsAVerdictBelowItsReasons(String reader, String lines, String meaning) {
    readsTheFormsOfTheField(reader, lines.replace('/', '\n'), meaning);
  }
}
