package io.plumbline.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.CreateDataSetRequest;
import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.DataSetHeader;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc;
import io.plumbline.api.v1alpha1.GetDataSetRequest;
import io.plumbline.api.v1alpha1.ListDataSetsRequest;
import io.plumbline.api.v1alpha1.ListDataSetsResponse;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DataSetTest extends TrainerTestBase {

  @Test
  void keepsRowsInOrderWithGaplessPositions() throws Exception {
    // More than two import batches of 500 and several pages of 200.
    DataSet dataSet = create("order", prompts(1203)).get();

    List<DataSetRow> rows = read(dataSet.getId(), 0);

    assertThat(dataSet.getRows()).isEqualTo(1203);
    assertThat(rows)
        .extracting(DataSetRow::getPosition)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1203).boxed().toList());
    assertThat(rows.get(1202).getPrompt().getId()).isEqualTo("p1203");
    assertThat(read(dataSet.getId(), 1200)).hasSize(3);
  }

  @Test
  void digestsTheRowsAsAReaderSeesThem() throws Exception {
    DataSet dataSet = create("digest", prompts(7)).get();

    var digest = MessageDigest.getInstance("SHA-256");
    read(dataSet.getId(), 0).forEach(row -> digest.update(row.toByteArray()));

    assertThat(dataSet.getDigest()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void returnsTheSameDataSetForTheSameRequestId() throws Exception {
    DataSet first = create("twice", prompts(2)).get();
    DataSet second = create("twice", prompts(2)).get();

    assertThat(second).isEqualTo(first);
    assertThat(read(first.getId(), 0)).hasSize(2);
  }

  @Test
  void startsOverWhenAnImportBrokeOff() throws Exception {
    StreamObserver<CreateDataSetRequest> broken = open("broken", new CompletableFuture<>());
    prompts(600).forEach(row -> broken.onNext(part(row)));
    broken.onError(Status.CANCELLED.asRuntimeException());

    DataSet dataSet = create("broken", prompts(3)).get();

    assertThat(dataSet.getRows()).isEqualTo(3);
    assertThat(read(dataSet.getId(), 0)).hasSize(3);
  }

  @Test
  void namesTheRowThatIsOfAnotherKind() {
    List<DataSetRow> rows = new ArrayList<>(prompts(2));
    rows.add(
        DataSetRow.newBuilder()
            .setCompletion(
                ScoredCompletion.newBuilder().setCompletion(Completion.newBuilder().setId("c")))
            .build());

    assertThatThrownBy(() -> create("wrong-kind", rows).get())
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("row 3: is COMPLETION");
  }

  @Test
  void namesEveryMissingFieldOfTheHeader() {
    CompletableFuture<DataSet> answer = new CompletableFuture<>();
    StreamObserver<CreateDataSetRequest> parts =
        DataSetServiceGrpc.newStub(channel).createDataSet(collector(answer));
    parts.onNext(
        CreateDataSetRequest.newBuilder().setHeader(DataSetHeader.getDefaultInstance()).build());
    parts.onCompleted();

    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .cause()
        .satisfies(
            failure ->
                assertThat(
                        StatusProto.fromThrowable(failure)
                            .getDetails(0)
                            .unpack(BadRequest.class)
                            .getFieldViolationsList())
                    .extracting(BadRequest.FieldViolation::getField)
                    .containsExactly("header.request_id", "header.name", "header.kind"));
  }

  @Test
  void saysThatThereIsNoSuchDataSet() {
    assertThatThrownBy(
            () -> dataSets().getDataSet(GetDataSetRequest.newBuilder().setId("nope").build()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND))
        .hasMessageContaining("there is no data set 'nope'");
  }

  @Test
  void listsPageByPageWithoutRepeating() throws Exception {
    for (int i = 0; i < 5; i++) {
      create("page-" + i, prompts(1)).get();
    }
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      ListDataSetsResponse page =
          dataSets()
              .listDataSets(
                  ListDataSetsRequest.newBuilder().setPageSize(2).setPageToken(token).build());
      page.getDataSetsList().forEach(dataSet -> seen.add(dataSet.getId()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
  }

  private CompletableFuture<DataSet> create(String requestId, List<DataSetRow> rows) {
    CompletableFuture<DataSet> answer = new CompletableFuture<>();
    StreamObserver<CreateDataSetRequest> parts = open(requestId, answer);
    rows.forEach(row -> parts.onNext(part(row)));
    parts.onCompleted();
    return answer.orTimeout(30, TimeUnit.SECONDS);
  }

  private StreamObserver<CreateDataSetRequest> open(
      String requestId, CompletableFuture<DataSet> answer) {
    StreamObserver<CreateDataSetRequest> parts =
        DataSetServiceGrpc.newStub(channel).createDataSet(collector(answer));
    parts.onNext(
        CreateDataSetRequest.newBuilder()
            .setHeader(
                DataSetHeader.newBuilder()
                    .setRequestId(requestId)
                    .setName(requestId)
                    .setKind(DataSetKind.DATA_SET_KIND_PROMPTS))
            .build());
    return parts;
  }

  private static CreateDataSetRequest part(DataSetRow row) {
    return CreateDataSetRequest.newBuilder().setRow(row).build();
  }

  private static StreamObserver<DataSet> collector(CompletableFuture<DataSet> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(DataSet dataSet) {
        answer.complete(dataSet);
      }

      @Override
      public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
      }

      @Override
      public void onCompleted() {}
    };
  }

  private static List<DataSetRow> prompts(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> DataSetRow.newBuilder().setPrompt(Recipes.prompt("p" + i)).build())
        .toList();
  }

  private List<DataSetRow> read(String id, long after) {
    List<DataSetRow> rows = new ArrayList<>();
    Iterator<DataSetRow> stream =
        dataSets()
            .readDataSet(ReadDataSetRequest.newBuilder().setId(id).setAfterPosition(after).build());
    stream.forEachRemaining(rows::add);
    return rows;
  }
}
