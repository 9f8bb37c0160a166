package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ListwiseTest {
  private static final List<Content> ANSWERS =
      List.of(new PlainText("worth 1"), new PlainText("worth 3"), new PlainText("worth 2"));
  private static final Pattern SHOWN = Pattern.compile("answer (\\d)\nworth (\\d)");

  @Test
  void findsTheOrderWhateverOrderIsShown() {
    ListRanking ranking =
        Steps.answered(
            new Listwise(5, false, 7).begin(new PlainText("q"), ANSWERS, ""),
            request -> JudgeReply.Answered.text(String.join(" > ", byWorth(request, 0))));

    assertThat(ranking.readable()).isEqualTo(5);
    assertThat(ranking.places())
        .containsExactly(
            new ListRanking.Place(3, 3, 1),
            new ListRanking.Place(1, 1, 1),
            new ListRanking.Place(2, 2, 1));
  }

  // A judge that always names the places in their order ranks at random, and by k orders it shows:
  // in k = 2 orders that are each other's reverse all would tie. Here: mean ranks add up to 6.
  @Test
  void averagesAJudgeOfPlacesOverOrders() {
    ListRanking ranking =
        Steps.answered(
            new Listwise(9, false, 7).begin(new PlainText("q"), ANSWERS, ""),
            request -> JudgeReply.Answered.text("1 > 2 > 3"));

    assertThat(ranking.places().stream().mapToDouble(ListRanking.Place::meanRank).sum())
        .isCloseTo(6, within(1e-12));
    assertThat(ranking.places()).allMatch(place -> place.meanRank() > 1 && place.meanRank() < 3);
  }

  // Only what is worth 2 or more is listed; the third shares place (2 + 1 + 3)/2 = 3.
  @Test
  void selectsWhatIsUseful() {
    ListRanking ranking =
        Steps.answered(
            new Listwise(3, true, 7).begin(new PlainText("q"), ANSWERS, ""),
            request -> JudgeReply.Answered.text(String.join(" > ", byWorth(request, 2))));

    assertThat(ranking.places())
        .containsExactly(
            new ListRanking.Place(3, 3, 0),
            new ListRanking.Place(1, 1, 1),
            new ListRanking.Place(2, 2, 1));
  }

  @Test
  void countsNoTextThatIsNoRankingOfAll() {
    for (String text :
        List.of("2 > 1", "1 > 2 > 2", "1 > 2 > 4", "first, second", "", "1 > 2 > 3 > 1")) {
      ListRanking ranking =
          Steps.answered(
              new Listwise(1, false, 7).begin(new PlainText("q"), ANSWERS, ""),
              request -> JudgeReply.Answered.text(text));

      assertThat(ranking.state()).as(text).isEqualTo(VerdictState.UNPARSEABLE);
      assertThat(ranking.places()).isEmpty();
    }
  }

  private static List<String> byWorth(JudgeRequest request, int least) {
    List<MatchResult> shown =
        new ArrayList<>(SHOWN.matcher(request.messages().get(1).text()).results().toList());
    shown.sort(Comparator.comparing((MatchResult match) -> match.group(2)).reversed());
    return shown.stream()
        .filter(match -> Integer.parseInt(match.group(2)) >= least)
        .map(match -> match.group(1))
        .toList();
  }
}
