package io.plumbline.judgment.mitigation;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.verdict.TranscriptEntry;
import io.plumbline.judgment.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A protocol under a mitigation. */
public record Mitigated(PairwiseProtocol protocol, Mitigation mitigation)
    implements PairwiseProtocol {
  private static final String FIRST_LOOK = "first_look";

  public Mitigated {
    requireNonNull(protocol, "protocol is null");
    requireNonNull(mitigation, "mitigation is null");
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return mitigation == Mitigation.SELF_REFLECTION
        ? new SecondLook(mitigation.text())
            .of(protocol.begin(question), List.of(), Mitigated::withLooks)
        : mitigation.apply(protocol.begin(question));
  }

  private static Verdict withLooks(Verdict verdict, List<String> looks) {
    return verdict.after(
        looks.stream().map(text -> TranscriptEntry.written(FIRST_LOOK, text)).toList());
  }

  @Override
  public List<String> templates() {
    List<String> templates = new ArrayList<>(protocol.templates());
    templates.add(mitigation.label() + "\n" + mitigation.text());
    return templates;
  }

  @Override
  public boolean showsMedia() {
    return protocol.showsMedia();
  }
}
