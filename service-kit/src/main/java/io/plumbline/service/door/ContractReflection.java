package io.plumbline.service.door;

import io.plumbline.api.v1alpha1.BattleOutcome;
import io.plumbline.api.v1alpha1.ChannelLevel;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.LeaderboardKind;
import io.plumbline.api.v1alpha1.LeaderboardMode;
import io.plumbline.api.v1alpha1.ObjectiveCoupling;
import io.plumbline.api.v1alpha1.ObjectiveLayout;
import io.plumbline.api.v1alpha1.RewardLoss;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.ShownOrder;
import io.plumbline.api.v1alpha1.SynthesisForm;
import io.plumbline.api.v1alpha1.TemperatureSource;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The contract's enums: protobuf reads and writes fields of theirs by reflection, and Quarkus 3.15
 * registers the messages only.
 */
@RegisterForReflection(
    targets = {
      BattleOutcome.class,
      ChannelLevel.class,
      DataSetKind.class,
      LeaderboardKind.class,
      LeaderboardMode.class,
      ObjectiveCoupling.class,
      ObjectiveLayout.class,
      RewardLoss.class,
      Role.class,
      RunState.class,
      ShownOrder.class,
      SynthesisForm.class,
      TemperatureSource.class,
      Tensor.DataType.class,
      VerdictState.class,
      Winner.class
    })
final class ContractReflection {
  private ContractReflection() {}
}
