package io.plumbline.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BreakingChangesTest {

  /** {@code message Verdict { string id = 1; } enum State { OK = 0; } service Judge { … }}. */
  private static FileDescriptorProto.Builder contract() {
    FileDescriptorProto.Builder file =
        FileDescriptorProto.newBuilder().setName("judge.proto").setPackage("plumbline.v1");
    file.addMessageType(
        DescriptorProto.newBuilder().setName("Verdict").addField(field("id", 1, Type.TYPE_STRING)));
    file.addEnumTypeBuilder().setName("State").addValueBuilder().setName("OK").setNumber(0);
    file.addServiceBuilder()
        .setName("Judge")
        .addMethodBuilder()
        .setName("Compare")
        .setInputType(".plumbline.v1.Verdict")
        .setOutputType(".plumbline.v1.Verdict");
    return file;
  }

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        change("field plumbline.v1.Verdict.id = 1 is gone", file -> message(file).clearField()),
        change(
            "field plumbline.v1.Verdict.id = 1 is gone",
            file -> message(file).getFieldBuilder(0).setNumber(2)),
        change(
            "name of plumbline.v1.Verdict.id was id and is key",
            file -> message(file).getFieldBuilder(0).setName("key")),
        change(
            "type of plumbline.v1.Verdict.id was TYPE_STRING and is TYPE_INT64",
            file -> message(file).getFieldBuilder(0).setType(Type.TYPE_INT64)),
        change(
            "cardinality of plumbline.v1.Verdict.id was LABEL_OPTIONAL and is LABEL_REPEATED",
            file -> message(file).getFieldBuilder(0).setLabel(Label.LABEL_REPEATED)),
        change(
            "oneof of plumbline.v1.Verdict.id was  and is key",
            file -> {
              message(file).addOneofDeclBuilder().setName("key");
              message(file).getFieldBuilder(0).setOneofIndex(0);
            }),
        change("message plumbline.v1.Verdict is gone", file -> message(file).setName("Ruling")),
        change(
            "value plumbline.v1.State.OK is gone", file -> file.getEnumTypeBuilder(0).clearValue()),
        change(
            "number of plumbline.v1.State.OK was 0 and is 1",
            file -> file.getEnumTypeBuilder(0).getValueBuilder(0).setNumber(1)),
        change("service plumbline.v1.Judge is gone", FileDescriptorProto.Builder::clearService),
        change(
            "method plumbline.v1.Judge.Compare is gone",
            file -> file.getServiceBuilder(0).clearMethod()),
        change(
            "response streaming of plumbline.v1.Judge.Compare was false and is true",
            file -> file.getServiceBuilder(0).getMethodBuilder(0).setServerStreaming(true)),
        change(
            "request of plumbline.v1.Judge.Compare was .plumbline.v1.Verdict and is .x.Other",
            file -> file.getServiceBuilder(0).getMethodBuilder(0).setInputType(".x.Other")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakingChanges")
  void namesWhatBreaks(String expected, Consumer<FileDescriptorProto.Builder> change) {
    FileDescriptorProto.Builder changed = contract();
    change.accept(changed);

    assertThat(compare(contract(), changed)).containsExactly(expected);
  }

  @Test
  void letsTheContractGrow() {
    FileDescriptorProto.Builder grown = contract();
    message(grown).addField(field("reason", 2, Type.TYPE_STRING));
    grown.getEnumTypeBuilder(0).addValueBuilder().setName("REFUSED").setNumber(1);
    grown.getServiceBuilder(0).addMethodBuilder().setName("Rate");

    assertThat(compare(contract(), grown)).isEmpty();
  }

  @Test
  void leavesOtherPackagesAlone() {
    FileDescriptorProto.Builder alpha = contract().setPackage("plumbline.v1alpha1");

    assertThat(compare(alpha, FileDescriptorProto.newBuilder())).isEmpty();
  }

  private static Arguments change(String expected, Consumer<FileDescriptorProto.Builder> change) {
    return arguments(expected, change);
  }

  private static DescriptorProto.Builder message(FileDescriptorProto.Builder file) {
    return file.getMessageTypeBuilder(0);
  }

  private static FieldDescriptorProto field(String name, int number, Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(Label.LABEL_OPTIONAL)
        .build();
  }

  private static List<String> compare(
      FileDescriptorProto.Builder before, FileDescriptorProto.Builder after) {
    return BreakingChanges.between(set(before), set(after), "plumbline.v1");
  }

  private static FileDescriptorSet set(FileDescriptorProto.Builder file) {
    return FileDescriptorSet.newBuilder().addFile(file).build();
  }
}
