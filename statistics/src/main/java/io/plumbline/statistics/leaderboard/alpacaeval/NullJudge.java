package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.random.RandomStream;

/** A judge that knows nothing of quality and re-decides the same pairs. */
public enum NullJudge {
  /** Prefers the longer output; a draw where both are equally long. */
  LONGER {
    @Override
    double score(Annotation annotation, RandomStream random) {
      return 0.5 + 0.5 * Integer.compare(annotation.secondLength(), annotation.firstLength());
    }
  },
  /** Prefers the shorter output. */
  SHORTER {
    @Override
    double score(Annotation annotation, RandomStream random) {
      return 0.5 + 0.5 * Integer.compare(annotation.firstLength(), annotation.secondLength());
    }
  },
  /** Prefers the output that stands first. */
  FIRST {
    @Override
    double score(Annotation annotation, RandomStream random) {
      return 0;
    }
  },
  /** Throws a seeded coin. */
  COIN {
    @Override
    double score(Annotation annotation, RandomStream random) {
      return random.nextLong() < 0 ? 1 : 0;
    }
  };

  /** The second output's score, in [0, 1]. */
  abstract double score(Annotation annotation, RandomStream random);
}
