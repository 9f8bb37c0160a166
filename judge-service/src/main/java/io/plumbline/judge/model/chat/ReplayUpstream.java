package io.plumbline.judge.model.chat;

import io.plumbline.judge.model.guard.PermanentFailureException;
import io.plumbline.judge.model.replay.Recording;
import io.plumbline.judge.model.replay.RequestDigest;
import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;

/** Answers from a recording; what was not recorded has no answer. */
final class ReplayUpstream implements Upstream {
  private final Recording recording;
  private final AnswerReader answers;

  ReplayUpstream(Recording recording, AnswerReader answers) {
    this.recording = recording;
    this.answers = answers;
  }

  @Override
  public Uni<ChatAnswer> ask(JudgeRequest request, byte[] body) {
    return Uni.createFrom()
        .item(
            () ->
                recording
                    .answer(RequestDigest.of(body), RequestKey.of(request))
                    .map(answers::read)
                    .orElseThrow(
                        () ->
                            new PermanentFailureException(
                                "not recorded: " + RequestKey.of(request))));
  }
}
