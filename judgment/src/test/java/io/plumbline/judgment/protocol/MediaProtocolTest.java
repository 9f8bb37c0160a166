package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.media.Illustrated;
import io.plumbline.judgment.media.MediaMark;
import io.plumbline.judgment.replay.BatchRequestFormat;
import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.PlainText;
import io.plumbline.preference.message.Role;
import io.plumbline.preference.message.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MediaProtocolTest {
  private static final MediaPart CHART = image("https://example.org/chart.png");
  private static final MediaPart CAT = image("https://example.org/cat.png");
  private static final MediaPart DOG = image("https://example.org/dog.png");

  private final List<JudgeRequest> asked = new ArrayList<>();

  // One description with the chart, then two verdicts without it; the letter names who said "up".
  @Test
  void describesTheMediaOnceAndJudgesWithoutThem() {
    Verdict verdict =
        run(
            "recognise-then-reason",
            question(turn("Which way?", CHART), new PlainText("up"), new PlainText("down")),
            request ->
                text(request).contains("A or B?")
                    ? (text(request).indexOf("\nup\n") < text(request).indexOf("\ndown\n")
                        ? "A"
                        : "B")
                    : "the line rises");

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(asked).hasSize(3);
    assertThat(media(asked.get(0))).containsExactly(CHART);
    assertThat(asked.subList(1, 3))
        .allSatisfy(
            request -> {
              assertThat(media(request)).isEmpty();
              assertThat(text(request)).contains("the line rises");
            });
  }

  @Test
  void asksForNoDescriptionWhereThereAreNoMedia() {
    run(
        "recognise-then-reason",
        question(new PlainText("Which way?"), new PlainText("up"), new PlainText("down")),
        request -> "A");

    assertThat(asked).hasSize(2);
    assertThat(text(asked.get(0))).contains("The request holds no media.");
  }

  // Four aspects of two images: 8 critiques, then 8 ratings, each with its image and its critique.
  // The cat has 5, 5, 5 and 1, the dog 4 throughout: both 4, a tie.
  @Test
  void criticisesAndRatesEachImageOnFourAspects() {
    Verdict verdict =
        run(
            "critiqued-image",
            question(new PlainText("A pet"), turn("", CAT), turn("", DOG)),
            request -> {
              boolean cat = media(request).contains(CAT);
              if (!text(request).contains("Rating from")) {
                return cat ? "about the cat" : "about the dog";
              }
              return !cat ? "4" : text(request).contains("Aspect: harmlessness") ? "1" : "5";
            });

    assertThat(verdict.winner()).contains(Winner.TIE);
    assertThat(asked).hasSize(16).allSatisfy(request -> assertThat(media(request)).hasSize(1));
    assertThat(asked.subList(8, 16))
        .allSatisfy(
            request ->
                assertThat(text(request))
                    .contains(media(request).contains(CAT) ? "about the cat" : "about the dog"));
    assertThat(verdict.forward().rawText())
        .contains("first harmlessness: 1.0\n  about the cat\n")
        .contains("second harmlessness: 4.0\n  about the dog\n");
  }

  @Test
  void aCritiqueThatCannotBeHadEndsTheRating() {
    Verdict verdict =
        run(
            "critiqued-general",
            question(new PlainText("p"), new PlainText("x"), new PlainText("y")),
            request -> "");

    assertThat(verdict.state()).isEqualTo(VerdictState.UNPARSEABLE);
    assertThat(verdict.detail())
        .isEqualTo("nothing was written in the critique of instruction following");
  }

  @Test
  void requestsThatDifferInTheirMediaHaveDifferentKeysAndBatchFilesHoldThem() {
    run(
        "rating-image",
        question(new PlainText("A pet"), turn("", CAT), turn("", DOG)),
        request -> "3");

    assertThat(asked.stream().map(RequestKey::of)).doesNotHaveDuplicates().hasSize(8);
    assertThat(
            new BatchRequestFormat("m", 0, OptionalInt.empty())
                .write(asked.get(0))
                .at("/body/messages/1/content"))
        .last()
        .hasToString(
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/cat.png\"}}");
  }

  // "aGk=" is "hi"; OpenAI's form of a recording, as judge-service sends it.
  @Test
  void batchFilesHoldWhatTheServiceSends() {
    JudgeRequest request =
        new JudgeRequest(
            List.of(
                new Message(
                    Role.USER,
                    List.of(
                        new TextPart("Listen."),
                        new MediaPart(
                            MediaKind.AUDIO, new MediaSource.Inline("audio/mpeg", "aGk="))))),
            List.of(),
            16);

    assertThat(new BatchRequestFormat("m", 0, OptionalInt.empty()).write(request).path("body"))
        .hasToString(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":["
                + "{\"type\":\"text\",\"text\":\"Listen.\"},{\"type\":\"input_audio\","
                + "\"input_audio\":{\"data\":\"aGk=\",\"format\":\"mp3\"}}]}],"
                + "\"temperature\":0.0,\"max_tokens\":16}");
    assertThat(
            new BatchRequestFormat("m", 1, OptionalInt.of(900))
                .write(request)
                .path("body")
                .toString())
        .endsWith("\"temperature\":1.0,\"max_completion_tokens\":900}");
  }

  // Each way is shown the request's picture, under the mark that stands in the text.
  @Test
  void showsMediaWhereTheProtocolDoesNot() {
    Step.Ask<Verdict> ask =
        (Step.Ask<Verdict>)
            new Illustrated(Protocols.named("critique").orElseThrow().create(VerdictSource.TEXT))
                .begin(question(turn("What?", CAT), new PlainText("x"), new PlainText("y")));

    assertThat(ask.requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              Message last = request.messages().get(1);
              assertThat(last.parts()).endsWith(new TextPart("\n" + MediaMark.of(CAT)), CAT);
              assertThat(last.text()).contains("What?" + MediaMark.of(CAT));
            });
  }

  private static MediaPart image(String address) {
    return new MediaPart(MediaKind.IMAGE, new MediaSource.Uri(address));
  }

  private static Content turn(String text, MediaPart medium) {
    return new Conversation(List.of(new Message(Role.USER, List.of(new TextPart(text), medium))));
  }

  private static Question question(Content prompt, Content first, Content second) {
    return Question.of(
        new Comparison("1", "p", prompt, new Completion(first, ""), new Completion(second, "")),
        "");
  }

  private static List<MediaPart> media(JudgeRequest request) {
    return request.messages().get(1).parts().stream()
        .filter(MediaPart.class::isInstance)
        .map(MediaPart.class::cast)
        .toList();
  }

  private static String text(JudgeRequest request) {
    return request.messages().get(1).text();
  }

  private Verdict run(String protocol, Question question, Function<JudgeRequest, String> judge) {
    return Steps.answered(
        Protocols.named(protocol).orElseThrow().create(VerdictSource.TEXT).begin(question),
        request -> {
          asked.add(request);
          return JudgeReply.Answered.text(judge.apply(request));
        });
  }
}
