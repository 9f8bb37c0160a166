package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.tool.LookupCalls;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupAssistedTest {
  private static final URI ADDRESS = URI.create("https://example.org/height");
  private static final Question QUESTION =
      Question.of(
          new Comparison(
              "1", "p", new PlainText("Why?"), Completion.text("x1"), Completion.text("x2")),
          "");

  // Both orders call the same address, each for itself; the verdicts see what was found.
  @Test
  void showsTheVerdictWhatWasFound() {
    List<JudgeRequest> verdicts = verdictsAfter(begun(), List.of("8849 m", "8849 m"));

    assertThat(verdicts)
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.messages().get(1).text())
                    .contains("calculator: 1+1 -> 2")
                    .contains("lookup: https://example.org/height -> 8849 m"));
  }

  @Test
  void staysUnderAMitigationAfterALookup() {
    Step<Verdict> step = Mitigation.SYSTEM_PROMPT.apply(begun());

    assertThat(verdictsAfter(step, List.of("a", "b")))
        .allSatisfy(
            request ->
                assertThat(request.messages().get(0).text()).contains("Judge by content alone."));
  }

  @Test
  void saysThatNothingWasReachedWhereNothingCanBe() {
    Verdict verdict =
        Steps.answered(
            begun(),
            request -> {
              String text = request.messages().get(1).text();
              return JudgeReply.Answered.text(
                  text.contains("A or B?")
                      ? (text.contains(Step.Look.UNREACHABLE) ? "A" : "?")
                      : "lookup: " + ADDRESS);
            });

    assertThat(verdict.detail()).isEqualTo("first order: FIRST, second order: SECOND");
  }

  // Of seven lines: one is no call, one has no host, one another scheme, one a password, one twice.
  @Test
  void takesOnlyWellFormedWebAddressesOnce() {
    LookupCalls calls =
        LookupCalls.in(
            """
            I will look: https://example.org/no
            lookup: https:///etc/passwd
            lookup: file://localhost/etc/passwd
            lookup: https://me:secret@example.org/
            lookup: https://example.org/a
            lookup: https://example.org/a
            lookup: not an address
            """);

    assertThat(calls.addresses()).containsExactly(URI.create("https://example.org/a"));
    assertThat(LookupCalls.in("lookup: https://example.org/%d").addresses()).isEmpty();
  }

  @Test
  void takesAtMostFour() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      text.append("lookup: https://example.org/").append(i).append('\n');
    }

    assertThat(LookupCalls.in(text.toString()).addresses()).hasSize(4);
  }

  private static Step<Verdict> begun() {
    return Protocols.named("lookup").orElseThrow().create(VerdictSource.TEXT).begin(QUESTION);
  }

  private static List<JudgeRequest> verdictsAfter(Step<Verdict> begun, List<String> found) {
    JudgeReply calls = JudgeReply.Answered.text("calculator: 1+1\nlookup: " + ADDRESS);
    Step.Look<Verdict> look =
        (Step.Look<Verdict>) ((Step.Ask<Verdict>) begun).then().apply(List.of(calls, calls));
    assertThat(look.addresses()).containsExactly(ADDRESS, ADDRESS);
    return ((Step.Ask<Verdict>) look.then().apply(found)).requests();
  }
}
