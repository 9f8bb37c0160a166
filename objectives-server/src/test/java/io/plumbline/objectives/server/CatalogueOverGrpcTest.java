package io.plumbline.objectives.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.ChannelLevel;
import io.plumbline.api.v1alpha1.DescribeObjectiveRequest;
import io.plumbline.api.v1alpha1.GetObjectiveRequest;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.ListObjectivesResponse;
import io.plumbline.api.v1alpha1.ObjectiveChannel;
import io.plumbline.api.v1alpha1.ObjectiveCoupling;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.api.v1alpha1.ObjectiveLayout;
import io.plumbline.api.v1alpha1.ObjectiveSignature;
import io.plumbline.api.v1alpha1.WeightedObjective;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.catalogue.CatalogueEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogueOverGrpcTest {
  private static ServedObjectives objectives;

  @BeforeAll
  static void serve() throws IOException {
    objectives = ServedObjectives.start();
  }

  @AfterAll
  static void stop() {
    objectives.close();
  }

  @Test
  void listsTheWholeCatalogueInItsOrder() {
    assertThat(page(0, "").getObjectivesList())
        .extracting(ObjectiveDescription::getName)
        .containsExactlyElementsOf(
            Catalogue.standard().entries().stream().map(CatalogueEntry::name).toList());
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    List<ObjectiveDescription> paged = new ArrayList<>();
    String token = "";
    do {
      ListObjectivesResponse page = page(7, token);
      assertThat(page.getObjectivesCount()).isBetween(1, 7);
      paged.addAll(page.getObjectivesList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(paged).isEqualTo(page(0, "").getObjectivesList());
  }

  @Test
  void describesKtoAsItsPaperDefinesIt() {
    ObjectiveDescription kto =
        objectives.stub().getObjective(GetObjectiveRequest.newBuilder().setName("kto").build());

    assertThat(kto.getSource()).contains("2402.01306");
    assertThat(kto.getSignature().getLayout())
        .isEqualTo(ObjectiveLayout.OBJECTIVE_LAYOUT_SEQUENCES);
    assertThat(kto.getSignature().getCoupling())
        .isEqualTo(ObjectiveCoupling.OBJECTIVE_COUPLING_STATISTICS);
    assertThat(kto.getSignature().getChannelsList())
        .containsExactly(
            channel("policy_logps", ChannelLevel.CHANNEL_LEVEL_TOKEN, true, "finite"),
            channel("kl_log_ratios", ChannelLevel.CHANNEL_LEVEL_SEQUENCE, false, "finite"),
            channel("labels", ChannelLevel.CHANNEL_LEVEL_SEQUENCE, false, "zero or one"),
            channel("reference_logps", ChannelLevel.CHANNEL_LEVEL_TOKEN, false, "finite"));
    assertThat(kto.getParametersList())
        .extracting(parameter -> parameter.getName() + " " + parameter.getInitial())
        .contains("beta 0.1", "desirable_weight 1.0", "undesirable_weight 1.0");
    assertThat(kto.getInvariancesList()).contains("order of examples");
  }

  @Test
  void describesWhatACompositionReads() {
    ObjectiveSignature signature =
        objectives
            .stub()
            .describeObjective(
                DescribeObjectiveRequest.newBuilder()
                    .setObjective(
                        Requests.objective("simpo", Map.of()).toBuilder()
                            .addTerms(
                                WeightedObjective.newBuilder()
                                    .setObjective(Requests.spec("mnpo", Map.of("opponents", 1.0)))))
                    .build());

    assertThat(signature.getChannelsList())
        .extracting(ObjectiveChannel::getName)
        .containsExactly("policy_logps", "reference_logps", "reference_logps/opponent-0");
  }

  private static ListObjectivesResponse page(int size, String token) {
    return objectives
        .stub()
        .listObjectives(
            ListObjectivesRequest.newBuilder().setPageSize(size).setPageToken(token).build());
  }

  private static ObjectiveChannel channel(
      String name, ChannelLevel level, boolean differentiable, String range) {
    return ObjectiveChannel.newBuilder()
        .setName(name)
        .setLevel(level)
        .setDifferentiable(differentiable)
        .setRange(range)
        .build();
  }
}
