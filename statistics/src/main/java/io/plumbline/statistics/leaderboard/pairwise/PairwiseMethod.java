package io.plumbline.statistics.leaderboard.pairwise;

/** How models are rated from battles. */
public enum PairwiseMethod {
  /** Maximum likelihood with a weak ridge, a tie half a win of both. */
  BRADLEY_TERRY(new StrengthRating(false), "Bradley-Terry"),
  /** Bradley-Terry with a probability of its own for ties (Davidson 1970). */
  DAVIDSON(new StrengthRating(true), "Bradley-Terry with ties (Davidson)"),
  /** On battles of two it is Bradley-Terry; rankings of more go to {@code measure}. */
  PLACKETT_LUCE(new StrengthRating(false), "Plackett-Luce"),
  /** Online Elo, averaged over seeded orders. */
  ELO(new EloRating(), "Elo, averaged over orders"),
  /** Glicko-2, one question a rating period, averaged over seeded orders. */
  GLICKO2(new GlickoRating(), "Glicko-2, averaged over orders");

  private final Rating rating;
  private final String title;

  PairwiseMethod(Rating rating, String title) {
    this.rating = rating;
    this.title = title;
  }

  Rating rating() {
    return rating;
  }

  public String title() {
    return title;
  }
}
