package io.plumbline.blackbox.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc.DataSetServiceBlockingStub;
import io.plumbline.api.v1alpha1.GetDataSetRequest;
import io.plumbline.api.v1alpha1.ListDataSetsRequest;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final Doors DOORS = Doors.of(Service.TRAINER);

  @Test
  void givesBackWhatItWasSent() throws Exception {
    // More than an import batch of 500 and several pages of 200.
    DataSet created = Uploads.prompts(UUID.randomUUID().toString(), 603);

    List<DataSetRow> rows = read(created.getId(), 0);

    assertThat(rows).hasSize(603);
    assertThat(rows.get(602).getPosition()).isEqualTo(603);
    assertThat(rows.get(602).getPrompt().getId()).isEqualTo("p603");
    assertThat(read(created.getId(), 600)).hasSize(3);
    var digest = MessageDigest.getInstance("SHA-256");
    rows.forEach(row -> digest.update(row.toByteArray()));
    assertThat(created.getDigest()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void tellsOfItsDataSets() {
    DataSet created = Uploads.prompts(UUID.randomUUID().toString(), 2);

    assertThat(dataSets().getDataSet(GetDataSetRequest.newBuilder().setId(created.getId()).build()))
        .isEqualTo(created);
    assertThat(
            dataSets()
                .listDataSets(ListDataSetsRequest.newBuilder().setPageSize(1).build())
                .getDataSetsList())
        .containsExactly(created);
  }

  @Test
  void servesTheSameOverRest() throws Exception {
    String path = "/v1alpha1/data-sets/" + Uploads.prompts(UUID.randomUUID().toString(), 2).getId();

    assertThat(DOORS.get(path).body()).contains("DATA_SET_KIND_PROMPTS");
    assertThat(DOORS.get("/v1alpha1/data-sets?page_size=1").body()).contains("next_page_token");
    assertThat(DOORS.get(path + "/rows").body()).contains("Once upon 2");
  }

  @Test
  void answersAnAbsentDataSet() throws Exception {
    assertThatThrownBy(
            () -> dataSets().getDataSet(GetDataSetRequest.newBuilder().setId("absent").build()))
        .hasMessageStartingWith("NOT_FOUND: id: there is no data set 'absent'");
    assertThat(DOORS.get("/v1alpha1/data-sets/absent").statusCode()).isEqualTo(404);
  }

  private static DataSetServiceBlockingStub dataSets() {
    return DataSetServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static List<DataSetRow> read(String id, long after) {
    List<DataSetRow> rows = new ArrayList<>();
    dataSets()
        .readDataSet(ReadDataSetRequest.newBuilder().setId(id).setAfterPosition(after).build())
        .forEachRemaining(rows::add);
    return rows;
  }
}
