package io.plumbline.judge.run.store;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.judge.request.NotFoundException;
import io.plumbline.judge.storage.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads the events of a run. */
@ApplicationScoped
public class Events {
  private static final int PAGE = 1_000;

  private final Transactions transactions;

  Events(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Events in the order of their positions.
   *
   * @param last whether the run has ended and there are no more
   */
  public record Page(List<RunEvent> events, boolean last) {
    public Page {
      events = List.copyOf(events);
    }
  }

  public Uni<Page> after(UUID id, long position) {
    return transactions.run(
        () ->
            EvaluationRow.<EvaluationRow>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFoundException("there is no evaluation " + id))
                .chain(
                    run ->
                        EventRow.<EventRow>find(
                                "key.evaluationId = ?1 and key.position > ?2"
                                    + " order by key.position",
                                id,
                                position)
                            .page(0, PAGE)
                            .list()
                            .map(rows -> page(run, position, rows))));
  }

  private static Page page(EvaluationRow run, long position, List<EventRow> rows) {
    long reached = rows.isEmpty() ? position : rows.get(rows.size() - 1).key.position();
    return new Page(
        rows.stream().map(Events::event).toList(), run.state.isEnd() && reached >= run.events);
  }

  private static RunEvent event(EventRow row) {
    try {
      return RunEvent.parseFrom(row.payload);
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("stored event " + row.key + " cannot be read", damaged);
    }
  }
}
