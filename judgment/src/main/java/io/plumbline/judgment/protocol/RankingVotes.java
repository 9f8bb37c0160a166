package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reader.JudgeText;
import io.plumbline.judgment.reader.Reading;
import io.plumbline.judgment.reader.Refusal;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rankings of shuffled answers and counts them together. */
final class RankingVotes {
  private static final Pattern RANKING =
      Pattern.compile(
          "(?:ranking:?\\s{0,3})?[\\[(]?(\\d{1,2}(?:\\s{0,3}>\\s{0,3}\\d{1,2})*)[\\])]?\\.?",
          Pattern.CASE_INSENSITIVE);
  private final int size;
  private final boolean selects;

  RankingVotes(int size, boolean selects) {
    this.size = size;
    this.selects = selects;
  }

  /**
   * @param orders which answer stood where, one row per sample
   */
  ListRanking count(List<int[]> orders, List<JudgeReply> replies) {
    double[] ranks = new double[size];
    int[] listed = new int[size];
    int readable = 0;
    VerdictState worst = VerdictState.OK;
    String detail = "";
    List<String> texts = new ArrayList<>();
    for (int sample = 0; sample < replies.size(); sample++) {
      Ballot ballot = read(replies.get(sample));
      texts.add(ballot.text());
      if (ballot.state() != VerdictState.OK) {
        worst = worst == VerdictState.OK ? ballot.state() : worst;
        detail = detail.isEmpty() ? "sample " + (sample + 1) + ": " + ballot.detail() : detail;
        continue;
      }
      readable++;
      // What is left out shares the mean of the places that are left.
      double rest = (ballot.places().size() + 1 + size) / 2.0;
      double[] sampleRanks = new double[size];
      Arrays.fill(sampleRanks, rest);
      for (int place = 0; place < ballot.places().size(); place++) {
        int answer = orders.get(sample)[ballot.places().get(place) - 1];
        sampleRanks[answer] = place + 1;
        listed[answer]++;
      }
      for (int answer = 0; answer < size; answer++) {
        ranks[answer] += sampleRanks[answer];
      }
    }
    if (readable == 0) {
      return new ListRanking(worst, List.of(), 0, texts, detail);
    }
    return new ListRanking(
        VerdictState.OK, places(ranks, listed, readable), readable, texts, detail);
  }

  private List<ListRanking.Place> places(double[] ranks, int[] listed, int readable) {
    List<ListRanking.Place> places = new ArrayList<>();
    for (int answer = 0; answer < size; answer++) {
      int rank = 1;
      for (int other = 0; other < size; other++) {
        boolean better =
            selects && listed[other] != listed[answer]
                ? listed[other] > listed[answer]
                : ranks[other] < ranks[answer];
        rank += better ? 1 : 0;
      }
      places.add(
          new ListRanking.Place(
              rank, ranks[answer] / readable, (double) listed[answer] / readable));
    }
    return places;
  }

  private record Ballot(VerdictState state, List<Integer> places, String text, String detail) {}

  private Ballot read(JudgeReply reply) {
    if (reply instanceof JudgeReply.Failed failed) {
      return new Ballot(VerdictState.FAILED, List.of(), "", failed.reason());
    }
    JudgeReply.Answered answered = (JudgeReply.Answered) reply;
    if (!answered.refusal().isEmpty()) {
      return new Ballot(VerdictState.REFUSED, List.of(), answered.refusal(), "the model refused");
    }
    String text = answered.text().strip();
    if (selects && text.replaceAll("\\W", "").equalsIgnoreCase("none")) {
      return new Ballot(VerdictState.OK, List.of(), text, "");
    }
    Matcher matcher = RANKING.matcher(text);
    List<Integer> places = new ArrayList<>();
    if (matcher.matches()) {
      for (String number : matcher.group(1).split(">")) {
        places.add(Integer.parseInt(number.strip()));
      }
    }
    boolean known = places.stream().allMatch(place -> place >= 1 && place <= size);
    boolean once = places.stream().distinct().count() == places.size();
    boolean enough = selects ? !places.isEmpty() : places.size() == size;
    if (known && once && enough) {
      return new Ballot(VerdictState.OK, places, text, "");
    }
    VerdictState state =
        Refusal.in(new JudgeText(text, answered.finishReason(), "", ""))
            .map(reading -> ((Reading.None) reading).state())
            .orElse(VerdictState.UNPARSEABLE);
    return new Ballot(
        state, List.of(), text, "no ranking of " + size + " answers in the form 2 > 1");
  }
}
