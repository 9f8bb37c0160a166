package io.plumbline.judge.leaderboard;

import io.plumbline.api.v1alpha1.CreateLeaderboardRequest;
import io.plumbline.api.v1alpha1.ExportLeaderboardRequest;
import io.plumbline.api.v1alpha1.ExportLeaderboardResponse;
import io.plumbline.api.v1alpha1.GetLeaderboardRequest;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardSpec;
import io.plumbline.api.v1alpha1.ListLeaderboardsRequest;
import io.plumbline.api.v1alpha1.ListLeaderboardsResponse;
import io.plumbline.judge.judging.Digest;
import io.plumbline.judge.leaderboard.store.LeaderboardRow;
import io.plumbline.judge.leaderboard.store.LeaderboardStore;
import io.plumbline.judge.request.InvalidRequestException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the doors offer on leaderboards, but for publishing. */
@ApplicationScoped
public class Leaderboards {
  private final LeaderboardStore store;
  private final ComputedResults results;

  Leaderboards(LeaderboardStore store, ComputedResults results) {
    this.store = store;
    this.results = results;
  }

  public Uni<Leaderboard> create(CreateLeaderboardRequest request) {
    LeaderboardSpec spec = LeaderboardRequests.checked(request.getSpec());
    byte[] bytes = spec.toByteArray();
    return store
        .create(spec.getName(), bytes, Digest.of(bytes))
        .map(row -> StoredLeaderboards.head(row).build());
  }

  public Uni<ListLeaderboardsResponse> list(ListLeaderboardsRequest request) {
    int size = LeaderboardPages.size(request.getPageSize());
    return store
        .list(LeaderboardPages.before(request.getPageToken()), size + 1)
        .map(
            rows -> {
              List<LeaderboardRow> page = rows.subList(0, Math.min(size, rows.size()));
              ListLeaderboardsResponse.Builder response = ListLeaderboardsResponse.newBuilder();
              page.forEach(row -> response.addLeaderboards(StoredLeaderboards.head(row)));
              if (rows.size() > size) {
                response.setNextPageToken(Long.toString(page.get(size - 1).sequence));
              }
              return response.build();
            });
  }

  /** An empty leaderboard has no rows. */
  public Uni<Leaderboard> get(GetLeaderboardRequest request) {
    return store
        .get(request.getName())
        .chain(
            row -> {
              ComputationOptions options =
                  ComputationOptions.of(
                      StoredLeaderboards.spec(row).getKind(), request.getOptions());
              return row.version == 0
                  ? Uni.createFrom()
                      .item(StoredLeaderboards.head(row).setOptions(options.message()).build())
                  : results.of(row, options).map(StoredLeaderboards::leaderboard);
            });
  }

  public Uni<ExportLeaderboardResponse> export(ExportLeaderboardRequest request) {
    ExportFormat format = ExportFormat.of(request.getFormat());
    return store
        .get(request.getName())
        .chain(
            row -> {
              if (row.version == 0) {
                throw new InvalidRequestException(
                    "name", "'" + row.name + "' holds no judgments yet: publish some");
              }
              return results.of(
                  row,
                  ComputationOptions.of(
                      StoredLeaderboards.spec(row).getKind(), request.getOptions()));
            })
        .map(
            result ->
                ExportLeaderboardResponse.newBuilder()
                    .setMediaType(format.mediaType())
                    .setDocument(format.of(result))
                    .build());
  }
}
