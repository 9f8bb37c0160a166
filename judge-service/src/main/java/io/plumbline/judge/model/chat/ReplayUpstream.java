package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.replay.Recording;
import io.plumbline.judge.model.replay.RequestDigest;
import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.service.guard.PermanentFailureException;
import io.smallrye.mutiny.Uni;

/** Answers from a recording; what was not recorded has no answer. */
final class ReplayUpstream implements Upstream {
  private final Uni<Recording> recording;
  private final AnswerReader answers;

  /**
   * @param recording read when it is first asked for
   */
  ReplayUpstream(Uni<Recording> recording, AnswerReader answers) {
    this.recording = recording.memoize().indefinitely();
    this.answers = answers;
  }

  @Override
  public Uni<ChatAnswer> ask(ChatCall call) {
    return recording
        .onFailure()
        .transform(failure -> new PermanentFailureException(failure.getMessage()))
        .map(
            known ->
                known
                    .answer(RequestDigest.of(call.body()), RequestKey.of(call.request()))
                    .map(answers::read)
                    .orElseThrow(
                        () ->
                            new PermanentFailureException(
                                "not recorded: " + RequestKey.of(call.request()) + whose(known))));
  }

  private static String whose(Recording recording) {
    return recording.models().size() < 2
        ? ""
        : " with this model and sampling; the file has answers of " + recording.models();
  }
}
