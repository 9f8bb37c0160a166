package io.plumbline.judgment.mitigation;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Shows a model its own answer and asks again; an answer that could not be had is left as it is.
 *
 * @param again how it is asked
 */
record SecondLook(String again) {

  <V> Step<V> of(Step<V> step) {
    return of(step, List.of(), (value, looks) -> value);
  }

  /**
   * @param looks the first answers so far
   * @param end puts them to the result
   */
  <V> Step<V> of(Step<V> step, List<String> looks, BiFunction<V, List<String>, V> end) {
    if (step instanceof Step.Look<V> look) {
      return new Step.Look<>(look.addresses(), found -> of(look.then().apply(found), looks, end));
    }
    if (step instanceof Step.Ask<V> ask) {
      return new Step.Ask<>(ask.requests(), replies -> again(ask, replies, looks, end));
    }
    return new Step.Done<>(end.apply(((Step.Done<V>) step).value(), looks));
  }

  private <V> Step<V> again(
      Step.Ask<V> ask,
      List<JudgeReply> first,
      List<String> looks,
      BiFunction<V, List<String>, V> end) {
    List<JudgeRequest> requests = new ArrayList<>();
    List<String> more = new ArrayList<>(looks);
    for (int i = 0; i < first.size(); i++) {
      if (isAnswered(first.get(i))) {
        String text = ((JudgeReply.Answered) first.get(i)).text();
        requests.add(asked(ask.requests().get(i), text));
        more.add(text);
      }
    }
    if (requests.isEmpty()) {
      return of(ask.then().apply(first), looks, end);
    }
    return new Step.Ask<>(
        requests, second -> of(ask.then().apply(merged(first, second)), more, end));
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
