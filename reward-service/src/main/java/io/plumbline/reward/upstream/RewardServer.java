package io.plumbline.reward.upstream;

import io.plumbline.reward.http.JsonServer;
import io.plumbline.reward.http.RefusedException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Asks a reward server. A completion that the server refuses, for example as too long for its
 * model, costs no other one its reward.
 */
final class RewardServer {
  private final JsonServer server;
  private final UpstreamKind kind;
  private final InputForm form;
  private final String model;
  private final RewardAnswer answer;

  RewardServer(JsonServer server, UpstreamSettings settings, String model) {
    this.server = server;
    this.kind = settings.kind();
    this.form = settings.input();
    this.model = model;
    this.answer = new RewardAnswer(server, kind, settings.output(), settings.outputs());
  }

  /**
   * One outcome per completion, in order.
   *
   * @param activation false for the model's own numbers, true for what its activation makes of them
   */
  Uni<List<Outcome>> ask(List<Dialogue> dialogues, boolean activation) {
    if (form == InputForm.MESSAGES) {
      return oneByOne(dialogues, activation);
    }
    return server
        .post(kind.path(), RewardQuestion.ofTexts(model, dialogues, activation))
        .map(given -> answer.read(given, dialogues.size()))
        .onFailure(RefusedException.class)
        .recoverWithUni(
            refused ->
                dialogues.size() == 1
                    ? Uni.createFrom().item(refused(refused))
                    : oneByOne(dialogues, activation));
  }

  private Uni<List<Outcome>> oneByOne(List<Dialogue> dialogues, boolean activation) {
    return Multi.createFrom()
        .iterable(dialogues)
        .onItem()
        .transformToUniAndConcatenate(dialogue -> alone(dialogue, activation))
        .collect()
        .asList();
  }

  private Uni<Outcome> alone(Dialogue dialogue, boolean activation) {
    if (form == InputForm.TEXT) {
      return ask(List.of(dialogue), activation).map(outcomes -> outcomes.get(0));
    }
    return server
        .post(kind.path(), RewardQuestion.ofMessages(model, dialogue, activation))
        .map(given -> answer.read(given, 1).get(0))
        .onFailure(RefusedException.class)
        .recoverWithItem(refused -> refused(refused).get(0));
  }

  private static List<Outcome> refused(Throwable failure) {
    return List.of(
        Outcome.refused("the reward server refused the completion: " + failure.getMessage()));
  }
}
