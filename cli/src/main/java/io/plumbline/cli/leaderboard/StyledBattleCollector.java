package io.plumbline.cli.leaderboard;

import io.plumbline.statistics.leaderboard.arenahard.AnswerStyle;
import io.plumbline.statistics.leaderboard.arenahard.BattleCollector;
import io.plumbline.statistics.leaderboard.arenahard.BattleSink;
import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.leaderboard.arenahard.Outcome;
import io.plumbline.statistics.leaderboard.arenahard.StyledBattles;
import java.util.ArrayList;
import java.util.List;

/** Joins battles with the styles of their answers, the model first and the baseline second. */
final class StyledBattleCollector implements BattleSink {
  private final AnswerStyles styles;
  private final String baseline;
  private final List<StyledBattles.Battle> battles = new ArrayList<>();
  private final BattleCollector plain = new BattleCollector();
  private int withoutAnswer;
  private int rejected;
  private int unjudgedGames;

  StyledBattleCollector(AnswerStyles styles, String baseline) {
    this.styles = styles;
    this.baseline = baseline;
  }

  @Override
  public void battle(String question, String first, String second, Outcome outcome) {
    boolean swapped = first.equals(baseline);
    String own = swapped ? second : first;
    String other = swapped ? first : second;
    AnswerStyle ownStyle = styles.of(own, question);
    AnswerStyle otherStyle = styles.of(other, question);
    if (ownStyle == null || otherStyle == null) {
      withoutAnswer++;
      return;
    }
    plain.battle(question, first, second, outcome);
    double score = swapped ? 1 - outcome.firstScore() : outcome.firstScore();
    battles.add(new StyledBattles.Battle(question, own, other, score, ownStyle, otherStyle));
  }

  @Override
  public void rejected(String reason) {
    rejected++;
  }

  @Override
  public void unjudged() {
    unjudgedGames++;
  }

  List<StyledBattles.Battle> battles() {
    return battles;
  }

  /** The same battles without styles. */
  Battles plain() {
    return plain.battles();
  }

  int withoutAnswer() {
    return withoutAnswer;
  }

  int rejected() {
    return rejected;
  }

  int unjudgedGames() {
    return unjudgedGames;
  }
}
