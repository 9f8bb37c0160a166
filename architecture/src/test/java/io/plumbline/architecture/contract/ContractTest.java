package io.plumbline.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractTest {

  private static final String FROZEN = "plumbline.v1";

  private static final Path ROOT = Path.of(System.getProperty("plumbline.root"));

  private static final Path COMMITTED =
      ROOT.resolve("architecture/src/test/resources/contract/plumbline.v1.binpb");

  @Test
  void nothingOfTheFrozenContractIsBroken() throws IOException {
    assertThat(BreakingChanges.between(committed(), built(), FROZEN))
        .as("breaking changes of " + FROZEN + "; add beside the old instead, or make a v2")
        .isEmpty();
  }

  /** An addition that is not committed would be free to vanish again. */
  @Test
  void everyAdditionToTheFrozenContractIsCommitted() throws IOException {
    FileDescriptorSet frozen = onlyFrozen(built());
    if (Boolean.getBoolean("plumbline.contract.accept")) {
      Files.write(COMMITTED, frozen.toByteArray());
    }

    assertThat(BreakingChanges.between(frozen, onlyFrozen(committed()), FROZEN))
        .as(
            "parts of "
                + FROZEN
                + " that "
                + COMMITTED
                + " lacks; accept them with"
                + " mvn -pl api,architecture verify -Dplumbline.contract.accept=true")
        .isEmpty();
  }

  @Test
  void theBuiltContractHoldsEveryProtoFile() throws IOException {
    Path sources = ROOT.resolve("api/src/main/proto");
    Set<String> files = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(sources)) {
      walk.filter(file -> file.toString().endsWith(".proto"))
          .forEach(file -> files.add(sources.relativize(file).toString()));
    }

    assertThat(built().getFileList()).extracting(FileDescriptorProto::getName).containsAll(files);
  }

  private static FileDescriptorSet committed() throws IOException {
    return FileDescriptorSet.parseFrom(Files.readAllBytes(COMMITTED));
  }

  private static FileDescriptorSet built() throws IOException {
    Path build = Path.of(System.getProperty("plumbline.build"));
    Path file =
        ROOT.resolve("api")
            .resolve(ROOT.resolve("architecture").toAbsolutePath().relativize(build))
            .resolve("contract/plumbline.binpb");
    assertThat(file).as("the contract as built, by mvn verify").exists();
    return FileDescriptorSet.parseFrom(Files.readAllBytes(file));
  }

  private static FileDescriptorSet onlyFrozen(FileDescriptorSet all) {
    FileDescriptorSet.Builder frozen = FileDescriptorSet.newBuilder();
    all.getFileList().stream()
        .filter(file -> file.getPackage().equals(FROZEN))
        .forEach(frozen::addFile);
    return frozen.build();
  }
}
