package io.plumbline.judge.judging;

import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.verdict.Jury;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks several judges at the same time; their majority, by {@link Jury}, is the verdict. */
final class JuryBasedJudge implements Judge {
  private final List<String> names;
  private final List<Judge> jurors;

  /**
   * @param names of the jurors, in their order
   */
  JuryBasedJudge(List<String> names, List<Judge> jurors) {
    this.names = List.copyOf(names);
    this.jurors = List.copyOf(jurors);
  }

  @Override
  public Uni<Judged> judge(Question question) {
    Stopwatch stopwatch = Stopwatch.started();
    return Uni.join()
        .all(jurors.stream().map(juror -> juror.judge(question)).toList())
        .andFailFast()
        .map(judged -> together(judged, stopwatch));
  }

  private Judged together(List<Judged> judged, Stopwatch stopwatch) {
    return new Judged(
        Jury.ofJurors(names, judged.stream().map(Judged::verdict).toList()),
        judged.stream().mapToLong(Judged::promptTokens).sum(),
        judged.stream().mapToLong(Judged::completionTokens).sum(),
        judged.stream().mapToDouble(Judged::cost).sum(),
        stopwatch.elapsed(),
        joined(judged, Judged::model, ", "),
        Digest.of(joined(judged, Judged::modelDigest, "\0")),
        Digest.of(joined(judged, Judged::templateDigest, "\0")));
  }

  private static String joined(List<Judged> judged, Function<Judged, String> part, String between) {
    return judged.stream().map(part).collect(Collectors.joining(between));
  }
}
