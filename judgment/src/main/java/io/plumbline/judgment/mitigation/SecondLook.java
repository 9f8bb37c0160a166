package io.plumbline.judgment.mitigation;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a model its own answer and asks again; an answer that could not be had is left as it is.
 *
 * @param again how it is asked
 */
record SecondLook(String again) {

  <V> Step<V> of(Step<V> step) {
    if (step instanceof Step.Look<V> look) {
      return new Step.Look<>(look.addresses(), found -> of(look.then().apply(found)));
    }
    if (!(step instanceof Step.Ask<V> ask)) {
      return step;
    }
    return new Step.Ask<>(ask.requests(), replies -> again(ask, replies));
  }

  private <V> Step<V> again(Step.Ask<V> ask, List<JudgeReply> first) {
    List<JudgeRequest> requests = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (isAnswered(first.get(i))) {
        requests.add(asked(ask.requests().get(i), ((JudgeReply.Answered) first.get(i)).text()));
      }
    }
    if (requests.isEmpty()) {
      return of(ask.then().apply(first));
    }
    return new Step.Ask<>(requests, second -> of(ask.then().apply(merged(first, second))));
  }

  private JudgeRequest asked(JudgeRequest request, String answer) {
    List<Message> messages = new ArrayList<>(request.messages());
    messages.add(Message.text(Role.ASSISTANT, answer));
    messages.add(Message.text(Role.USER, again));
    return new JudgeRequest(messages, request.labels(), request.maximumTokens());
  }

  private static List<JudgeReply> merged(List<JudgeReply> first, List<JudgeReply> second) {
    List<JudgeReply> merged = new ArrayList<>();
    int next = 0;
    for (JudgeReply reply : first) {
      merged.add(isAnswered(reply) ? second.get(next++) : reply);
    }
    return merged;
  }

  private static boolean isAnswered(JudgeReply reply) {
    return reply instanceof JudgeReply.Answered answered
        && answered.refusal().isEmpty()
        && !answered.text().isBlank();
  }
}
