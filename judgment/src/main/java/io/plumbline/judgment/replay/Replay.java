package io.plumbline.judgment.replay;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drives protocols on recorded answers as far as these reach; nothing outside is looked up. */
public final class Replay {
  private final Map<String, JudgeReply.Answered> answers;

  /**
   * @param answers by {@link RequestKey}
   */
  public Replay(Map<String, JudgeReply.Answered> answers) {
    this.answers = Map.copyOf(answers);
  }

  /** How far a protocol came. */
  public sealed interface Outcome<V> {

    record Finished<V>(V value) implements Outcome<V> {}

    /** Needs answers that are not recorded. */
    record Waiting<V>(List<JudgeRequest> requests) implements Outcome<V> {
      public Waiting {
        requests = List.copyOf(requests);
      }
    }
  }

  public <V> Outcome<V> drive(Step<V> step) {
    Step<V> at = step;
    while (!(at instanceof Step.Done<V>)) {
      if (at instanceof Step.Look<V> look) {
        at = look.unreachable();
        continue;
      }
      Step.Ask<V> ask = (Step.Ask<V>) at;
      List<JudgeReply> replies = new ArrayList<>();
      List<JudgeRequest> missing = new ArrayList<>();
      for (JudgeRequest request : ask.requests()) {
        JudgeReply.Answered answer = answers.get(RequestKey.of(request));
        if (answer == null) {
          missing.add(request);
        } else {
          replies.add(answer);
        }
      }
      if (!missing.isEmpty()) {
        return new Outcome.Waiting<>(missing);
      }
      at = ask.then().apply(replies);
    }
    return new Outcome.Finished<>(((Step.Done<V>) at).value());
  }
}
