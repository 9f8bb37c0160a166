package io.plumbline.trainer.dataset;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.store.Ids;
import io.plumbline.trainer.store.Page;
import io.plumbline.trainer.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The data sets: opened, appended to, completed, read. */
@ApplicationScoped
public class DataSets {
  private static final int PAGE = 200;

  private final Transactions transactions;
  private final DataSetRepository dataSets;
  private final RowRepository rows;

  @Inject
  DataSets(Transactions transactions, DataSetRepository dataSets, RowRepository rows) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
    this.rows = requireNonNull(rows, "rows is null");
  }

  /** Opens the data set of this request id, or returns the one that is there. */
  public Uni<StoredDataSet> open(String requestId, String name, DataSetKind kind) {
    return transactions.run(() -> openWithin(requestId, name, kind));
  }

  /** As {@link #open}, in the transaction that is under way. */
  public Uni<StoredDataSet> openWithin(String requestId, String name, DataSetKind kind) {
    return dataSets
        .findByRequestId(requestId)
        .onItem()
        .ifNull()
        .switchTo(
            () -> {
              var dataSet = new StoredDataSet();
              dataSet.created = Instant.now();
              dataSet.id = Ids.next(dataSet.created);
              dataSet.requestId = requestId;
              dataSet.name = name;
              dataSet.kind = kind;
              return dataSets.persist(dataSet);
            });
  }

  /** Forgets the rows of an import that did not get through. */
  public Uni<Void> clear(String id) {
    return transactions.run(
        () ->
            lock(id)
                .flatMap(
                    dataSet -> {
                      refuseComplete(dataSet);
                      dataSet.rowCount = 0;
                      return rows.delete("key.dataSetId", id).replaceWithVoid();
                    }));
  }

  /** Appends rows; see {@link #appendWithin}. */
  public Uni<Long> append(String id, long firstPosition, List<DataSetRow> batch) {
    return transactions.run(() -> appendWithin(id, firstPosition, batch));
  }

  /**
   * Appends rows at {@code firstPosition}, from 1, in the transaction that is under way; rows that
   * are stored already are left alone, so that a repeated append changes nothing.
   *
   * @return the number of rows that the data set holds now; OUT_OF_RANGE when there would be a gap
   */
  public Uni<Long> appendWithin(String id, long firstPosition, List<DataSetRow> batch) {
    return lock(id)
        .flatMap(
            dataSet -> {
              if (firstPosition > dataSet.rowCount + 1) {
                throw new Fault(
                    Code.OUT_OF_RANGE,
                    "rows: position %d leaves a gap, the data set holds %d rows; send rows in order"
                        .formatted(firstPosition, dataSet.rowCount));
              }
              List<StoredRow> added = new ArrayList<>();
              long position = firstPosition;
              for (DataSetRow row : batch) {
                RowKinds.check(dataSet.kind, row, position);
                if (position > dataSet.rowCount) {
                  refuseComplete(dataSet);
                  var stored = new StoredRow();
                  stored.key = new RowKey(id, position);
                  stored.content = RowBytes.write(row.toBuilder().setPosition(position).build());
                  added.add(stored);
                }
                position++;
              }
              dataSet.rowCount += added.size();
              return rows.persist(added).replaceWith(dataSet.rowCount);
            });
  }

  /** Closes the data set for ever and notes its digest. */
  public Uni<StoredDataSet> complete(String id) {
    return digest(id)
        .flatMap(
            digest ->
                transactions.run(
                    () ->
                        lock(id)
                            .invoke(
                                dataSet -> {
                                  if (!dataSet.isComplete()) {
                                    dataSet.digest = digest;
                                  }
                                })));
  }

  private Uni<String> digest(String id) {
    var digest = new DataSetDigest();
    return stored(id, 0)
        .invoke(row -> digest.add(row.content))
        .collect()
        .last()
        .map(last -> digest.finish());
  }

  /** Rows after a position, in order, read page by page as they are asked for. */
  public Multi<DataSetRow> read(String id, long afterPosition) {
    return get(id)
        .onItem()
        .transformToMulti(found -> stored(id, afterPosition))
        .map(row -> RowBytes.read(row.content));
  }

  private Multi<StoredRow> stored(String id, long afterPosition) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new long[] {afterPosition},
            position ->
                transactions
                    .run(() -> rows.after(id, position[0], PAGE))
                    .invoke(page -> position[0] += page.size()))
        .whilst(page -> page.size() == PAGE)
        .onItem()
        .transformToIterable(page -> page);
  }

  /** Throws NOT_FOUND. */
  public Uni<StoredDataSet> get(String id) {
    return transactions.run(() -> getWithin(id));
  }

  /** As {@link #get}, in the transaction that is under way. */
  public Uni<StoredDataSet> getWithin(String id) {
    return dataSets.findById(id).onItem().ifNull().failWith(() -> Fault.notFound("data set", id));
  }

  public Uni<Page<StoredDataSet>> list(int requestedSize, String token) {
    int size = Page.size(requestedSize);
    return transactions
        .run(
            () ->
                (token.isEmpty()
                        ? dataSets.find("order by id desc")
                        : dataSets.find("id < ?1 order by id desc", token))
                    .range(0, size)
                    .list())
        .map(found -> Page.of(found, size, dataSet -> dataSet.id));
  }

  private Uni<StoredDataSet> lock(String id) {
    return dataSets
        .findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> Fault.notFound("data set", id));
  }

  private static void refuseComplete(StoredDataSet dataSet) {
    if (dataSet.isComplete()) {
      throw new Fault(
          Code.FAILED_PRECONDITION,
          "data set %s is complete and never changes; create another".formatted(dataSet.id));
    }
  }
}
