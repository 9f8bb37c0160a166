package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.template.TemplateFile;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.PlainText;
import io.plumbline.preference.message.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Templates of the forms of the field's own files, in words of ours. */
class UserTemplateTest {
  private static final Question QUESTION =
      Question.of(
          new Comparison(
              "1",
              "1",
              new PlainText("Why?"),
              Completion.text("Because {x}."),
              Completion.text("No \"\"\" idea.")),
          "");

  @Test
  void takesAlpacaEvalsForm() {
    TemplateFile file =
        TemplateFile.read(
            """
            <|im_start|>system
            Pick the better model.
            <|im_end|>
            <|im_start|>user
            {
                "instruction": \"""{instruction}\""",
            }
            {
                {
                    "model_identifier": "m",
                    "output": \"""{output_1}\"""
                },
                {
                    "model_identifier": "M",
                    "output": \"""{output_2}\"""
                }
            }
            Answer with m or M.
            <|im_end|>
            """,
            "");

    JudgeRequest request = request(file, VerdictSource.PROBABILITIES_OR_TEXT);

    assertThat(file.reader()).isEqualTo("alpaca-eval");
    assertThat(request.labels()).containsExactly("m", "M");
    assertThat(request.messages())
        .extracting(Message::role)
        .containsExactly(Role.SYSTEM, Role.USER);
    assertThat(request.messages().get(1).text())
        .startsWith("{\n    \"instruction\": \"\"\"Why?\"\"\",\n}")
        .contains("\"output\": \"\"\"Because {x}.\"\"\"")
        .doesNotContain("No \"\"\" idea");
  }

  @Test
  void asksForTheTieThatTheLetterReaderReads() {
    TemplateFile file =
        TemplateFile.read("{question}\n{answer_a}\n{answer_b}\nA, B or C (tie)?", "");
    PairwiseProtocol protocol =
        UserTemplate.create(file.template(), "letter", VerdictSource.PROBABILITIES_OR_TEXT);

    assertThat(((Step.Ask<Verdict>) protocol.begin(QUESTION)).requests().get(0).labels())
        .containsExactly("A", "B", "C");
  }

  @Test
  void takesAnAnswerOfOneLetterInBothOrders() {
    TemplateFile file =
        TemplateFile.read("{instruction}\n1:\n{output_1}\n2:\n{output_2}\nm or M?", "");
    Step.Ask<Verdict> ask = (Step.Ask<Verdict>) protocol(file, VerdictSource.TEXT).begin(QUESTION);

    Verdict verdict =
        ((Step.Done<Verdict>)
                ask.then()
                    .apply(List.of(JudgeReply.Answered.text("M"), JudgeReply.Answered.text("m"))))
            .value();

    assertThat(verdict.winner()).isEqualTo(Optional.of(Winner.SECOND));
  }

  @Test
  void takesMtBenchsFormByItsName() {
    String lines =
        "{\"name\": \"one\", \"type\": \"single\", \"system_prompt\": \"Rate.\", \"prompt_template\":"
            + " \"{question}\\n{answer}\", \"output_format\": \"[[rating]]\"}\n"
            + "{\"name\": \"two\", \"type\": \"pairwise\", \"system_prompt\": \"Say [[A]] or [[B]].\","
            + " \"prompt_template\": \"[Q]\\n{question}\\n[First]\\n{answer_a}\\n[Second]\\n{answer_b}\","
            + " \"output_format\": \"[[A]]\"}\n";

    TemplateFile file = TemplateFile.read(lines, "two");

    assertThat(file.reader()).isEqualTo("mt-bench");
    assertThat(request(file, VerdictSource.TEXT).messages())
        .containsExactly(
            Message.text(Role.SYSTEM, "Say [[A]] or [[B]]."),
            Message.text(Role.USER, "[Q]\nWhy?\n[First]\nBecause {x}.\n[Second]\nNo \"\"\" idea."));
    assertThatThrownBy(() -> TemplateFile.read(lines, "three"))
        .hasMessage("no template is named 'three'; known are [one, two]");
  }

  @Test
  void fillsMtBenchsTwoTurns() {
    TemplateFile file =
        TemplateFile.read(
            "{question_1} {answer_a_1} {question_2} {answer_a_2} / {answer_b_1} {answer_b_2} [[A]]",
            "");
    Question turns =
        Question.of(
            new Comparison(
                "1",
                "1",
                new Conversation(
                    List.of(
                        Message.text(Role.USER, "one?"),
                        Message.text(Role.ASSISTANT, "1"),
                        Message.text(Role.USER, "two?"))),
                Completion.text("x"),
                Completion.text("y")),
            "");

    Step.Ask<Verdict> ask = (Step.Ask<Verdict>) protocol(file, VerdictSource.TEXT).begin(turns);

    assertThat(ask.requests().get(0).messages().get(0).text())
        .isEqualTo("one? 1 two? x / 1 y [[A]]");
  }

  @Test
  void takesArenaHardsForm() {
    String yaml =
        "judge_model: mine\nreference: null\nregex_patterns:\n  - \\[\\[([AB<>=]+)\\]\\]\n"
            + "system_prompt: \"Judge.\\n\\nSay [[A>>B]].\"\n"
            + "prompt_template: [\"<|User Prompt|>\\n{question_1}\\n\\n<|Begin A|>\\n{answer_1}\\n"
            + "<|End A|>\\n\\n<|Begin B|>\\n{answer_2}\\n<|End B|>\"]\nmodel_list:\n  - other\n";

    TemplateFile file = TemplateFile.read(yaml, "");

    assertThat(file.reader()).isEqualTo("arena-hard");
    assertThat(request(file, VerdictSource.TEXT).messages())
        .containsExactly(
            Message.text(Role.SYSTEM, "Judge.\n\nSay [[A>>B]]."),
            Message.text(
                Role.USER,
                "<|User Prompt|>\nWhy?\n\n<|Begin A|>\nBecause {x}.\n<|End A|>\n\n<|Begin B|>\n"
                    + "No \"\"\" idea.\n<|End B|>"));
  }

  @Test
  void readsABlockOfYaml() {
    assertThat(
            TemplateFile.read(
                    "prompt_template: |\n  {QUESTION}\n\n  {ANSWER_A} {ANSWER_B}\nx: 1\n", "")
                .user())
        .isEqualTo("{QUESTION}\n\n{ANSWER_A} {ANSWER_B}");
  }

  @Test
  void refusesATemplateThatShowsOneAnswerOnly() {
    TemplateFile file = TemplateFile.read("{question} {answer_a} [[A]]", "");

    assertThatThrownBy(() -> protocol(file, VerdictSource.TEXT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the template shows [answer_a, question], not both answers");
  }

  private static PairwiseProtocol protocol(TemplateFile file, VerdictSource source) {
    return UserTemplate.create(file.template(), file.reader(), source);
  }

  private static JudgeRequest request(TemplateFile file, VerdictSource source) {
    return ((Step.Ask<Verdict>) protocol(file, source).begin(QUESTION)).requests().get(0);
  }
}
