package io.plumbline.reward.upstream;

import io.plumbline.reward.failure.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Asks a server about known pairs, without and with its activation. */
final class Probe {
  private final String property;
  private final RewardServer server;
  private final List<Dialogue> dialogues;

  Probe(String property, RewardServer server, List<KnownPair> pairs) {
    this.property = property;
    this.server = server;
    this.dialogues = pairs.stream().flatMap(KnownPair::dialogues).toList();
  }

  Uni<Finding> run() {
    return rewards(false).chain(raw -> rewards(true).map(activated -> Finding.of(raw, activated)));
  }

  private Uni<List<Double>> rewards(boolean activation) {
    return server
        .ask(dialogues, activation)
        .map(outcomes -> outcomes.stream().map(this::required).toList());
  }

  private double required(Outcome outcome) {
    return outcome
        .reward()
        .orElseThrow(
            () ->
                new UpstreamException(
                    "the probe was refused: %s: look at %s.kind and .input"
                        .formatted(outcome.reason(), property)));
  }
}
