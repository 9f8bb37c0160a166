package io.plumbline.reward.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.reward.RewardServiceTestBase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a killed process leaves behind: a training that runs, of an owner that says nothing. */
@QuarkusTest
class RestartTest extends RewardServiceTestBase {
  @Inject DataSource store;

  @Test
  void takesOverATrainingWhoseWorkerFellSilent() throws SQLException {
    String id = trainings().createHeadTraining(aboutDogs("killed", "killed")).getStatus().getId();
    int seen = watch(id, 0).size();

    abandon(id, "now() - interval '1 second'");
    List<RunEvent> resumed = watch(id, seen);

    assertThat(resumed.get(0).getMessage()).isEqualTo("its worker fell silent; begun again");
    assertThat(resumed.get(resumed.size() - 1).getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    HeadTraining ended = trainings().getHeadTraining(GetRunRequest.newBuilder().setId(id).build());
    assertThat(ended.getModel().getName()).isEqualTo("killed");
  }

  @Test
  void cancelsARunningTrainingForGood() throws SQLException {
    String id = trainings().createHeadTraining(aboutDogs("stop", "stop")).getStatus().getId();
    int seen = watch(id, 0).size();

    abandon(id, "now() + interval '1 hour'");
    HeadTraining cancelled =
        trainings().cancelHeadTraining(CancelRunRequest.newBuilder().setId(id).build());

    assertThat(cancelled.getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(watch(id, seen))
        .extracting(RunEvent::getState)
        .containsExactly(RunState.RUN_STATE_CANCELLED);
  }

  private void abandon(String id, String leaseUntil) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update head_training set state = 'RUNNING', owner = ?, model_name = null,"
                    + " model_version = null, ended = null, lease_until = "
                    + leaseUntil
                    + " where id = ?")) {
      update.setObject(1, UUID.randomUUID());
      update.setObject(2, UUID.fromString(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
