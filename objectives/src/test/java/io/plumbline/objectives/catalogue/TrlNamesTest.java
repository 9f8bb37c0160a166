package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ties the entries to TRL's configurations, whose values the case files hold. */
class TrlNamesTest {
  static Set<String> names() {
    return TrlNames.byEntry().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isWhatTrlCallsOtherwise(String name) {
    CatalogueEntry entry = Catalogue.standard().entry(name);
    Objective ours = entry.create();
    Objective trl = TrlNames.byEntry().get(name);
    Batch batch = new RandomBatches(entry, 8).exactly(5, 6, 0.7);
    if (!batch.has(Channel.REFERENCE_LOGPS)) {
      batch = batch.with(Channel.REFERENCE_LOGPS, batch.values(Channel.POLICY_LOGPS).clone());
    }

    Evaluation actual = ours.evaluate(batch, ObjectiveState.EMPTY);
    Evaluation expected = trl.evaluate(batch, ObjectiveState.EMPTY);

    assertThat(actual.loss())
        .isCloseTo(expected.loss(), within(1e-12 * (1 + Math.abs(expected.loss()))));
    assertThat(actual.gradient(Channel.POLICY_LOGPS))
        .containsExactly(expected.gradient(Channel.POLICY_LOGPS), within(1e-9));
  }
}
