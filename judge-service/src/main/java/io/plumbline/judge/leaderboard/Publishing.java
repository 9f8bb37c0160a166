package io.plumbline.judge.leaderboard;

import io.plumbline.api.v1alpha1.EvaluationVerdicts;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.Publication;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.judge.judging.Digest;
import io.plumbline.judge.leaderboard.store.LeaderboardRow;
import io.plumbline.judge.leaderboard.store.LeaderboardStore;
import io.plumbline.judge.leaderboard.store.PublicationRow;
import io.plumbline.judge.leaderboard.store.Publications;
import io.plumbline.judge.leaderboard.store.RunVerdicts;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.request.RunIds;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.RunStateName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Adds judgments to leaderboards, once per request id. */
@ApplicationScoped
public class Publishing {
  private static final int PAGE = 1_024;

  private final LeaderboardStore leaderboards;
  private final Publications publications;
  private final Evaluations evaluations;
  private final RunVerdicts verdicts;

  Publishing(
      LeaderboardStore leaderboards,
      Publications publications,
      Evaluations evaluations,
      RunVerdicts verdicts) {
    this.leaderboards = leaderboards;
    this.publications = publications;
    this.evaluations = evaluations;
    this.verdicts = verdicts;
  }

  public Uni<Publication> publish(PublishJudgmentsRequest unchecked) {
    PublishJudgmentsRequest request = LeaderboardRequests.checked(unchecked);
    String digest = Digest.of(request.toByteArray());
    return leaderboards
        .get(request.getLeaderboard())
        .chain(
            board ->
                publications
                    .find(board.id, request.getRequestId(), digest)
                    .onItem()
                    .ifNull()
                    .switchTo(() -> add(board, request, digest)))
        .map(row -> message(row, request.getLeaderboard()));
  }

  private Uni<PublicationRow> add(
      LeaderboardRow board, PublishJudgmentsRequest request, String digest) {
    LeaderboardKind kind = StoredLeaderboards.spec(board).getKind();
    boolean alpacaEval = kind == LeaderboardKind.LEADERBOARD_KIND_ALPACA_EVAL;
    return switch (request.getJudgmentsCase()) {
      case ANNOTATIONS -> {
        require(alpacaEval, "annotations", "a leaderboard of battles takes battles");
        yield add(board, request, digest, JudgmentPayload.of(request.getAnnotations()), 0);
      }
      case BATTLES -> {
        require(!alpacaEval, "battles", "a leaderboard of ALPACA_EVAL takes annotations");
        yield add(board, request, digest, JudgmentPayload.of(request.getBattles()), 0);
      }
      default ->
          ofRun(request.getEvaluation(), new EvaluationJudgments(alpacaEval))
              .chain(
                  judgments ->
                      add(board, request, digest, judgments.payload(), judgments.excluded()));
    };
  }

  private Uni<PublicationRow> add(
      LeaderboardRow board,
      PublishJudgmentsRequest request,
      String digest,
      JudgmentPayload payload,
      long excluded) {
    return publications.add(
        new Publications.New(
            board.id,
            board.name,
            request.getRequestId(),
            digest,
            payload.judgments(),
            excluded,
            payload.bytes()));
  }

  private Uni<EvaluationJudgments> ofRun(EvaluationVerdicts source, EvaluationJudgments judgments) {
    UUID run = RunIds.of("evaluation.evaluation_id", source.getEvaluationId());
    return evaluations
        .get(run)
        .invoke(Publishing::requireSucceeded)
        .chain(() -> evaluations.judges(run))
        .map(judges -> number(judges, source.getJudge()))
        .chain(judge -> rest(run, judge, -1, judgments))
        .replaceWith(judgments);
  }

  private Uni<Void> rest(UUID run, int judge, int after, EvaluationJudgments judgments) {
    return verdicts
        .page(run, judge, after, PAGE)
        .chain(
            page -> {
              judgments.add(page);
              return page.size() < PAGE
                  ? Uni.createFrom().voidItem()
                  : rest(run, judge, page.get(page.size() - 1).position(), judgments);
            });
  }

  private static void requireSucceeded(EvaluationRow run) {
    require(
        run.state == RunStateName.SUCCEEDED,
        "evaluation.evaluation_id",
        "the run is " + run.state + ": publish one that SUCCEEDED");
  }

  private static int number(List<JudgeSpec> judges, String name) {
    if (name.isEmpty() && judges.size() == 1) {
      return 0;
    }
    return IntStream.range(0, judges.size())
        .filter(i -> judges.get(i).getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "evaluation.judge",
                    "must be one of " + judges.stream().map(JudgeSpec::getName).toList()));
  }

  private static void require(boolean condition, String field, String remedy) {
    if (!condition) {
      throw new InvalidRequestException(field, remedy);
    }
  }

  private static Publication message(PublicationRow row, String leaderboard) {
    return Publication.newBuilder()
        .setRequestId(row.key.requestId())
        .setLeaderboard(leaderboard)
        .setJudgments(row.judgments)
        .setExcluded(row.excluded)
        .setCreated(StoredLeaderboards.timestamp(row.created))
        .build();
  }
}
