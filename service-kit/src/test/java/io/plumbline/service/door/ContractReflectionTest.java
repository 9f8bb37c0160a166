package io.plumbline.service.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractReflectionTest {

  private static final Path PROTOS = Path.of("../api/src/main/proto");

  // One message of every proto file.
  private static final List<FileDescriptor> FILES =
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
              WorkerTask.getDescriptor())
          .map(Descriptor::getFile)
          .toList();

  @Test
  void knowsEveryFileOfTheContract() throws IOException {
    try (Stream<Path> files = Files.walk(PROTOS.resolve("plumbline"))) {
      assertThat(FILES)
          .extracting(FileDescriptor::getName)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(file -> file.toString().endsWith(".proto"))
                  .map(file -> PROTOS.relativize(file).toString())
                  .toList());
    }
  }

  @Test
  void namesEveryEnumOfTheContract() {
    Set<String> registered =
        Arrays.stream(ContractReflection.class.getAnnotation(RegisterForReflection.class).targets())
            .map(Class::getCanonicalName)
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> defined =
        FILES.stream()
            .flatMap(
                file ->
                    Stream.concat(
                        file.getEnumTypes().stream(),
                        file.getMessageTypes().stream().flatMap(ContractReflectionTest::nested)))
            // plumbline.v1alpha1.Role is the class io.plumbline.api.v1alpha1.Role.
            .map(type -> type.getFullName().replaceFirst("^plumbline", "io.plumbline.api"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(registered).isEqualTo(defined);
  }

  private static Stream<EnumDescriptor> nested(Descriptor message) {
    return Stream.concat(
        message.getEnumTypes().stream(),
        message.getNestedTypes().stream().flatMap(ContractReflectionTest::nested));
  }
}
