package io.plumbline.judge.judging;

import io.plumbline.judge.lookup.Lookup;
import io.plumbline.judge.loop.EventLoops;
import io.plumbline.judge.model.chat.ChatModel;
import io.plumbline.judge.model.chat.Sampling;
import io.plumbline.judgment.media.Illustration;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.preference.message.Content;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Runs programs on one chat model with one way of drawing answers. */
public final class ChatAsking {
  private final ChatModel model;
  private final Sampling sampling;
  private final Lookup lookup;
  private final EventLoops loops;
  private final String digest;

  ChatAsking(ChatModel model, Sampling sampling, Lookup lookup, EventLoops loops) {
    this.model = model;
    this.sampling = sampling;
    this.lookup = lookup;
    this.loops = loops;
    this.digest = Digest.of(model.identity() + " " + sampling);
  }

  /** What of the model's answers decides, as it was configured. */
  public VerdictSource source() {
    return model.source();
  }

  public <V> Uni<Asked<V>> ask(Step<V> program) {
    return ask(program, List.of());
  }

  /**
   * @param shown prompt and answers that the program asks about, whose media go with every question
   */
  public <V> Uni<Asked<V>> ask(Step<V> program, List<Content> shown) {
    Stopwatch stopwatch = Stopwatch.started();
    Illustration media = new Illustration(shown);
    ProtocolRun<V> run =
        new ProtocolRun<>(request -> model.answer(media.under(request), sampling), lookup::fetch);
    return loops
        .spread(() -> run.drive(program))
        .map(
            value ->
                new Asked<>(
                    value,
                    run.promptTokens(),
                    run.completionTokens(),
                    run.cost(),
                    stopwatch.elapsed(),
                    run.model().isEmpty() ? model.name() : run.model(),
                    digest));
  }
}
