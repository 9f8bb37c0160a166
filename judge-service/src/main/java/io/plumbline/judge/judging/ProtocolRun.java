package io.plumbline.judge.judging;

import io.plumbline.judge.model.chat.ChatAnswer;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeRequest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Drives one run of a protocol, asking for the answers of a step at the same time. */
final class ProtocolRun<V> {
  private final Function<JudgeRequest, Uni<ChatAnswer>> model;
  private final Function<URI, Uni<String>> lookup;
  // Written between steps only, and a step begins after the last one ended.
  private long promptTokens;
  private long completionTokens;
  private double cost;
  private String modelName = "";

  ProtocolRun(Function<JudgeRequest, Uni<ChatAnswer>> model, Function<URI, Uni<String>> lookup) {
    this.model = model;
    this.lookup = lookup;
  }

  Uni<V> drive(Step<V> step) {
    if (step instanceof Step.Done<V> done) {
      return Uni.createFrom().item(done.value());
    }
    if (step instanceof Step.Look<V> look) {
      return Uni.join()
          .all(look.addresses().stream().map(lookup).toList())
          .andFailFast()
          .chain(found -> drive(look.then().apply(found)));
    }
    Step.Ask<V> ask = (Step.Ask<V>) step;
    return Uni.join()
        .all(ask.requests().stream().map(model).toList())
        .andFailFast()
        .chain(
            answers -> {
              count(answers);
              return drive(ask.then().apply(answers.stream().map(ChatAnswer::reply).toList()));
            });
  }

  private void count(List<ChatAnswer> answers) {
    for (ChatAnswer answer : answers) {
      promptTokens += answer.promptTokens();
      completionTokens += answer.completionTokens();
      cost += answer.cost();
      if (!answer.model().isEmpty()) {
        modelName = answer.model();
      }
    }
  }

  long promptTokens() {
    return promptTokens;
  }

  long completionTokens() {
    return completionTokens;
  }

  double cost() {
    return cost;
  }

  /** As the endpoint named it last; empty before an answer. */
  String model() {
    return modelName;
  }
}
