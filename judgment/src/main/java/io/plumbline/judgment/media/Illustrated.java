package io.plumbline.judgment.media;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.verdict.Verdict;
import java.util.List;

/** A protocol that is shown the question's media, as judge-service shows them to a model. */
public record Illustrated(PairwiseProtocol protocol) implements PairwiseProtocol {
  public Illustrated {
    requireNonNull(protocol, "protocol is null");
  }

  @Override
  public Step<Verdict> begin(Question question) {
    Question marked =
        new Question(
            MediaMark.in(question.comparison()), question.principle(), question.material());
    Illustration media = Illustration.of(question.comparison());
    return protocol.showsMedia() ? protocol.begin(marked) : under(media, protocol.begin(marked));
  }

  private static <V> Step<V> under(Illustration media, Step<V> step) {
    if (step instanceof Step.Ask<V> ask) {
      return new Step.Ask<>(
          ask.requests().stream().map(media::under).toList(),
          replies -> under(media, ask.then().apply(replies)));
    }
    return step instanceof Step.Look<V> look
        ? new Step.Look<>(look.addresses(), found -> under(media, look.then().apply(found)))
        : step;
  }

  @Override
  public List<String> templates() {
    return protocol.templates();
  }

  @Override
  public boolean showsMedia() {
    return true;
  }
}
