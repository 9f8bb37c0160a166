package io.plumbline.judgment.mitigation;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A protocol under a mitigation. */
public record Mitigated(PairwiseProtocol protocol, Mitigation mitigation)
    implements PairwiseProtocol {
  public Mitigated {
    requireNonNull(protocol, "protocol is null");
    requireNonNull(mitigation, "mitigation is null");
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return mitigation.apply(protocol.begin(question));
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
