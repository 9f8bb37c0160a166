package io.plumbline.judge.grpc;

import io.grpc.Status;
import io.plumbline.api.v1alpha1.CreateLeaderboardRequest;
import io.plumbline.api.v1alpha1.ExportLeaderboardRequest;
import io.plumbline.api.v1alpha1.ExportLeaderboardResponse;
import io.plumbline.api.v1alpha1.GetLeaderboardRequest;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardService;
import io.plumbline.api.v1alpha1.ListLeaderboardsRequest;
import io.plumbline.api.v1alpha1.ListLeaderboardsResponse;
import io.plumbline.api.v1alpha1.Publication;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.judge.leaderboard.BusyException;
import io.plumbline.judge.leaderboard.Leaderboards;
import io.plumbline.judge.leaderboard.Publishing;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** {@code plumbline.v1alpha1.LeaderboardService}. */
@GrpcService
public class LeaderboardDoor implements LeaderboardService {
  private final Leaderboards leaderboards;
  private final Publishing publishing;

  LeaderboardDoor(Leaderboards leaderboards, Publishing publishing) {
    this.leaderboards = leaderboards;
    this.publishing = publishing;
  }

  @Override
  public Uni<Leaderboard> createLeaderboard(CreateLeaderboardRequest request) {
    return Deadline.bounded(() -> leaderboards.create(request));
  }

  @Override
  public Uni<Publication> publishJudgments(PublishJudgmentsRequest request) {
    return Deadline.bounded(() -> publishing.publish(request));
  }

  @Override
  public Uni<ListLeaderboardsResponse> listLeaderboards(ListLeaderboardsRequest request) {
    return Deadline.bounded(() -> leaderboards.list(request));
  }

  @Override
  public Uni<Leaderboard> getLeaderboard(GetLeaderboardRequest request) {
    return Deadline.bounded(() -> computed(leaderboards.get(request)));
  }

  @Override
  public Uni<ExportLeaderboardResponse> exportLeaderboard(ExportLeaderboardRequest request) {
    return Deadline.bounded(() -> computed(leaderboards.export(request)));
  }

  private static <T> Uni<T> computed(Uni<T> answer) {
    return answer
        .onFailure(BusyException.class)
        .transform(
            busy ->
                Status.RESOURCE_EXHAUSTED.withDescription(busy.getMessage()).asRuntimeException());
  }
}
