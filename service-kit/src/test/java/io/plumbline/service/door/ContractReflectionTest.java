package io.plumbline.service.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.ListObjectivesRequest;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.RunStatus;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractReflectionTest {

  // One message of every proto file.
  private static final Stream<Descriptor> FILES =
      Stream.of(
          Message.getDescriptor(),
          DataSet.getDescriptor(),
          Verdict.getDescriptor(),
          Leaderboard.getDescriptor(),
          ObjectiveSpec.getDescriptor(),
          ListObjectivesRequest.getDescriptor(),
          CreateRecipeRunRequest.getDescriptor(),
          ScoreRequest.getDescriptor(),
          RunStatus.getDescriptor(),
          Tensor.getDescriptor(),
          TrainingSpec.getDescriptor(),
          WorkerTask.getDescriptor());

  @Test
  void namesEveryEnumOfTheContract() {
    Set<String> registered =
        Arrays.stream(ContractReflection.class.getAnnotation(RegisterForReflection.class).targets())
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> defined =
        FILES
            .map(Descriptor::getFile)
            .flatMap(
                file ->
                    Stream.concat(
                        file.getEnumTypes().stream(),
                        file.getMessageTypes().stream()
                            .flatMap(message -> message.getEnumTypes().stream())))
            .map(EnumDescriptor::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(registered).isEqualTo(defined);
  }
}
