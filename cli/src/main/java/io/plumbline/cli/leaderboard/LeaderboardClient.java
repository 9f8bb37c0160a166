package io.plumbline.cli.leaderboard;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardServiceGrpc;
import io.plumbline.api.v1alpha1.LeaderboardServiceGrpc.LeaderboardServiceBlockingStub;
import io.plumbline.api.v1alpha1.ListLeaderboardsRequest;
import io.plumbline.api.v1alpha1.ListLeaderboardsResponse;
import io.plumbline.cli.client.ServiceErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Calls judge-service's leaderboards; a refusal becomes the exception that the prompt shows. */
final class LeaderboardClient implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 600;

  private final ManagedChannel channel;

  /**
   * @param channel closed with this
   */
  LeaderboardClient(ManagedChannel channel) {
    this.channel = channel;
  }

  <T> T call(Function<LeaderboardServiceBlockingStub, T> call) {
    try {
      return call.apply(
          LeaderboardServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS));
    } catch (StatusRuntimeException failure) {
      throw ServiceErrors.of("judge-service", failure);
    }
  }

  /** Every leaderboard, newest first, without rows. */
  List<Leaderboard> all() {
    List<Leaderboard> all = new ArrayList<>();
    String token = "";
    do {
      ListLeaderboardsRequest request =
          ListLeaderboardsRequest.newBuilder().setPageToken(token).build();
      ListLeaderboardsResponse page = call(stub -> stub.listLeaderboards(request));
      all.addAll(page.getLeaderboardsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
