package io.plumbline.judge.leaderboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.judge.leaderboard.store.LeaderboardRow;
import io.plumbline.judge.leaderboard.store.Publications;
import io.plumbline.judge.leaderboard.store.ResultRow;
import io.plumbline.judge.leaderboard.store.Results;
import io.plumbline.judge.request.InvalidRequestException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Results from the store, else computed and stored. Those who ask for the same at the same time
 * share one computation.
 */
@ApplicationScoped
public class ComputedResults {
  private final Publications publications;
  private final Results results;
  private final Workers workers;
  private final ObjectMapper json;
  private final ConcurrentMap<Key, Uni<ResultRow>> running = new ConcurrentHashMap<>();

  ComputedResults(Publications publications, Results results, Workers workers, ObjectMapper json) {
    this.publications = publications;
    this.results = results;
    this.workers = workers;
    this.json = json;
  }

  private record Key(UUID leaderboard, long version, String options) {}

  Uni<ResultRow> of(LeaderboardRow board, ComputationOptions options) {
    Key key = new Key(board.id, board.version, options.digest());
    return results
        .find(board.id, key.options(), board.version)
        .onItem()
        .ifNull()
        .switchTo(() -> shared(key, board, options));
  }

  private Uni<ResultRow> shared(Key key, LeaderboardRow board, ComputationOptions options) {
    return running.computeIfAbsent(
        key,
        absent ->
            publications
                .payloads(board.id, board.version)
                .chain(payloads -> workers.run(() -> compute(board, options, payloads)))
                .chain(results::save)
                .onTermination()
                .invoke(() -> running.remove(key))
                .memoize()
                .indefinitely());
  }

  private ResultRow compute(
      LeaderboardRow board, ComputationOptions options, List<byte[]> payloads) {
    Leaderboard head = StoredLeaderboards.head(board).setOptions(options.message()).build();
    try {
      return RenderedBoard.of(
          board.id,
          options.digest(),
          head,
          new Computation(StoredLeaderboards.spec(board), options).board(payloads),
          json);
    } catch (IllegalArgumentException | ArithmeticException refused) {
      throw new InvalidRequestException("options", refused.getMessage());
    }
  }
}
