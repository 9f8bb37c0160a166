package io.plumbline.judgment.protocol;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.TranscriptEntry;
import io.plumbline.judgment.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the judge write one text after another, then asks for the verdict in both orders with these
 * texts as material. A text that cannot be had ends the protocol in its state; a stage about media
 * is passed over where the request holds none. All of them stand in the verdict's transcript.
 */
final class StagedProtocol implements PairwiseProtocol {
  private static final int STAGE_TOKENS = 700;
  private static final String NO_MEDIA = "The request holds no media.";

  private final List<Stage> stages;
  private final BothOrdersProtocol verdict;

  StagedProtocol(List<Stage> stages, PairwiseForm form) {
    this.stages = List.copyOf(stages);
    this.verdict = new BothOrdersProtocol(form);
  }

  @Override
  public Step<Verdict> begin(Question question) {
    return stage(0, question, question.swapped(), List.of());
  }

  @Override
  public boolean showsMedia() {
    return stages.stream().anyMatch(Stage::seesMedia);
  }

  @Override
  public List<String> templates() {
    return Stream.concat(
            stages.stream().map(stage -> stage.template().source()), verdict.templates().stream())
        .toList();
  }

  private Step<Verdict> stage(
      int index, Question forward, Question reverse, List<TranscriptEntry> said) {
    if (index == stages.size()) {
      return Steps.chain(
          verdict.verdict(forward, reverse), judged -> new Step.Done<>(judged.after(said)));
    }
    Stage stage = stages.get(index);
    if (stage.seesMedia() && media(stage, forward).isEmpty()) {
      return stage(
          index + 1,
          forward.with(stage.name(), NO_MEDIA),
          reverse.with(stage.name(), NO_MEDIA),
          said);
    }
    List<JudgeRequest> requests =
        stage.seesAnswers()
            ? List.of(request(stage, forward), request(stage, reverse))
            : List.of(request(stage, forward));
    return new Step.Ask<>(
        requests,
        replies -> {
          JudgeReply last = replies.get(replies.size() - 1);
          Optional<OrderVerdict> missing =
              replies.stream().flatMap(reply -> missing(stage, reply).stream()).findFirst();
          if (missing.isPresent()) {
            return new Step.Done<>(BothOrders.combine(missing.get(), missing.get()).with(said));
          }
          List<String> written = replies.stream().map(StagedProtocol::text).toList();
          Step<List<String>> worked =
              Steps.together(
                  List.of(stage.work().apply(written.get(0)), stage.work().apply(text(last))),
                  texts -> texts);
          return Steps.chain(
              worked,
              texts ->
                  stage(
                      index + 1,
                      forward.with(stage.name(), texts.get(0)),
                      reverse.with(stage.name(), texts.get(1)),
                      more(said, stage, written, texts)));
        });
  }

  // What tools made of a text stands after it.
  private static List<TranscriptEntry> more(
      List<TranscriptEntry> said, Stage stage, List<String> written, List<String> worked) {
    List<TranscriptEntry> more = new ArrayList<>(said);
    more.addAll(stage.entries(written));
    if (!worked.subList(0, written.size()).equals(written)) {
      stage.entries(worked).forEach(entry -> more.add(entry.byTools()));
    }
    return more;
  }

  private static JudgeRequest request(Stage stage, Question question) {
    return new JudgeRequest(
        media(stage, question).after(stage.template().fill(PairwiseValues.of(question))),
        List.of(),
        STAGE_TOKENS);
  }

  private static ShownMedia media(Stage stage, Question question) {
    return stage.seesMedia()
        ? ShownMedia.NONE.and("request", question.comparison().prompt())
        : ShownMedia.NONE;
  }

  private static Optional<OrderVerdict> missing(Stage stage, JudgeReply reply) {
    Written written = Written.of(reply, "at stage " + stage.name());
    return written.isThere()
        ? Optional.empty()
        : Optional.of(OrderVerdict.none(written.state(), written.text(), written.detail()));
  }

  private static String text(JudgeReply reply) {
    return ((JudgeReply.Answered) reply).text();
  }
}
