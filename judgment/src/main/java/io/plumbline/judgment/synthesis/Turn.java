package io.plumbline.judgment.synthesis;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.preference.Comparison;
import java.util.List;
import java.util.function.Function;

/**
 * Where a synthesis stands: it needs texts, or verdicts, or is done. Which models write and judge
 * is the business of whoever drives it.
 */
public sealed interface Turn {

  /** Who writes. */
  enum Writer {
    GENERATOR,
    REVIEWER
  }

  /** Who judges. */
  enum Bench {
    JUDGE,
    /** A second judge, whose word a pair needs too. */
    VERIFIER
  }

  /**
   * Needs texts, which may be had in parallel.
   *
   * @param then goes on with one reply per request, in their order
   */
  record Write(Writer writer, List<JudgeRequest> requests, Function<List<JudgeReply>, Turn> then)
      implements Turn {
    public Write {
      requireNonNull(writer, "writer is null");
      requests = List.copyOf(requests);
      requireNonNull(then, "then is null");
    }
  }

  /**
   * Needs verdicts, which may be had in parallel.
   *
   * @param principle what to judge by; empty for general helpfulness
   * @param then goes on with one verdict per comparison, in their order
   */
  record Compare(
      Bench bench,
      List<Comparison> comparisons,
      String principle,
      Function<List<Verdict>, Turn> then)
      implements Turn {
    public Compare {
      requireNonNull(bench, "bench is null");
      comparisons = List.copyOf(comparisons);
      requireNonNull(principle, "principle is null");
      requireNonNull(then, "then is null");
    }
  }

  /** Has its result. */
  record Done(Synthesis synthesis) implements Turn {
    public Done {
      requireNonNull(synthesis, "synthesis is null");
    }
  }
}
