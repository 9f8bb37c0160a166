package io.plumbline.judge.synthesis;

import io.plumbline.judge.judging.Asked;
import io.plumbline.judge.judging.Judged;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.synthesis.Synthesis;
import io.plumbline.judgment.synthesis.Turn;
import io.plumbline.preference.message.Content;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Drives one synthesis, asking for the texts or verdicts of a turn at the same time. */
final class SynthesisRun {
  private final Cast cast;
  private final Content prompt;
  private final Map<String, String> material;
  private final Map<String, String> models = new TreeMap<>();
  // Written between turns only, and a turn begins after the last one ended.
  private long promptTokens;
  private long completionTokens;
  private double cost;

  SynthesisRun(Cast cast, Content prompt, Map<String, String> material) {
    this.cast = cast;
    this.prompt = prompt;
    this.material = material;
  }

  Uni<Synthesis> drive(Turn turn) {
    if (turn instanceof Turn.Done done) {
      return Uni.createFrom().item(done.synthesis());
    }
    return turn instanceof Turn.Write write ? written(write) : compared((Turn.Compare) turn);
  }

  private Uni<Synthesis> written(Turn.Write write) {
    Step<List<JudgeReply>> program = new Step.Ask<>(write.requests(), Step.Done::new);
    // The generator is given the prompt itself; a reviewer sees its media under the question.
    List<Content> shown =
        write.writer() == Turn.Writer.REVIEWER ? List.of(prompt) : List.<Content>of();
    return cast.writer(write.writer())
        .ask(program, shown)
        .chain(
            asked -> {
              count(write.writer().name(), asked);
              return drive(write.then().apply(asked.value()));
            });
  }

  private Uni<Synthesis> compared(Turn.Compare compare) {
    return Uni.join()
        .all(
            compare.comparisons().stream()
                .map(pair -> new Question(pair, compare.principle(), material))
                .map(cast.bench(compare.bench())::judge)
                .toList())
        .andFailFast()
        .chain(
            judged -> {
              judged.forEach(verdict -> count(compare.bench().name(), verdict));
              return drive(compare.then().apply(judged.stream().map(Judged::verdict).toList()));
            });
  }

  private void count(String part, Asked<?> asked) {
    count(part, asked.model(), asked.promptTokens(), asked.completionTokens(), asked.cost());
  }

  private void count(String part, Judged judged) {
    count(part, judged.model(), judged.promptTokens(), judged.completionTokens(), judged.cost());
  }

  private void count(String part, String model, long prompts, long completions, double spent) {
    promptTokens += prompts;
    completionTokens += completions;
    cost += spent;
    if (!model.isEmpty()) {
      models.put(part.toLowerCase(Locale.ROOT), model);
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

  /** The models that answered, by part. */
  Map<String, String> models() {
    return models;
  }
}
