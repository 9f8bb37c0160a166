package io.plumbline.objectives.list;

/** How the pairs of a list are weighted: by |G_i − G_j| · |1/D_i − 1/D_j|, or not. */
public enum PairWeights {
  /** Every pair counts one. */
  NONE,
  /** D = log₂(1 + rank) of the rank by present scores, detached (LambdaRank, LiPO-λ). */
  PREDICTED_RANKS,
  /** D = log(1 + rank), natural, of the rank by relevance (RankDPO). */
  TRUE_RANKS
}
