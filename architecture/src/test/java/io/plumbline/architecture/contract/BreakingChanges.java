package io.plumbline.architecture.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a new version of a proto package takes away from callers of the old one: on the wire
 * (number, type, cardinality) or in generated code and JSON (name). Additions are no breaking
 * changes.
 */
final class BreakingChanges {

  private final List<String> found = new ArrayList<>();

  private BreakingChanges() {}

  /** One line per breaking change, naming what it is about; empty where nothing breaks. */
  static List<String> between(FileDescriptorSet before, FileDescriptorSet after, String name) {
    BreakingChanges changes = new BreakingChanges();
    Definitions old = Definitions.of(before, name);
    Definitions now = Definitions.of(after, name);
    changes.compare("message", old.messages(), now.messages(), changes::messages);
    changes.compare("enum", old.enums(), now.enums(), changes::enums);
    changes.compare("service", old.services(), now.services(), changes::services);
    return List.copyOf(changes.found);
  }

  private void messages(String name, DescriptorProto old, DescriptorProto now) {
    Map<Integer, FieldDescriptorProto> fields =
        byKey(now.getFieldList(), FieldDescriptorProto::getNumber);
    for (FieldDescriptorProto field : old.getFieldList()) {
      String path = name + "." + field.getName();
      FieldDescriptorProto current = fields.get(field.getNumber());
      if (current == null) {
        found.add("field " + path + " = " + field.getNumber() + " is gone");
        continue;
      }
      same(path, "name", field.getName(), current.getName());
      same(path, "type", type(field), type(current));
      same(path, "cardinality", cardinality(field), cardinality(current));
      same(path, "oneof", oneof(old, field), oneof(now, current));
    }
  }

  private void enums(String name, EnumDescriptorProto old, EnumDescriptorProto now) {
    Map<String, EnumValueDescriptorProto> values =
        byKey(now.getValueList(), EnumValueDescriptorProto::getName);
    for (EnumValueDescriptorProto value : old.getValueList()) {
      EnumValueDescriptorProto current = values.get(value.getName());
      if (current == null) {
        found.add("value " + name + "." + value.getName() + " is gone");
      } else {
        same(name + "." + value.getName(), "number", value.getNumber(), current.getNumber());
      }
    }
  }

  private void services(String name, ServiceDescriptorProto old, ServiceDescriptorProto now) {
    Map<String, MethodDescriptorProto> methods =
        byKey(now.getMethodList(), MethodDescriptorProto::getName);
    for (MethodDescriptorProto method : old.getMethodList()) {
      String path = name + "." + method.getName();
      MethodDescriptorProto current = methods.get(method.getName());
      if (current == null) {
        found.add("method " + path + " is gone");
        continue;
      }
      same(path, "request", method.getInputType(), current.getInputType());
      same(path, "response", method.getOutputType(), current.getOutputType());
      same(path, "request streaming", method.getClientStreaming(), current.getClientStreaming());
      same(path, "response streaming", method.getServerStreaming(), current.getServerStreaming());
    }
  }

  private interface Comparison<T> {
    void compare(String name, T old, T now);
  }

  private <T> void compare(
      String kind, Map<String, T> old, Map<String, T> now, Comparison<T> comparison) {
    old.forEach(
        (name, definition) -> {
          if (now.containsKey(name)) {
            comparison.compare(name, definition, now.get(name));
          } else {
            found.add(kind + " " + name + " is gone");
          }
        });
  }

  private void same(String path, String what, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      found.add(what + " of " + path + " was " + old + " and is " + now);
    }
  }

  private static String type(FieldDescriptorProto field) {
    return field.getTypeName().isEmpty() ? field.getType().name() : field.getTypeName();
  }

  private static String cardinality(FieldDescriptorProto field) {
    return field.getProto3Optional() ? "OPTIONAL WITH PRESENCE" : field.getLabel().name();
  }

  private static String oneof(DescriptorProto message, FieldDescriptorProto field) {
    return field.hasOneofIndex() ? message.getOneofDecl(field.getOneofIndex()).getName() : "";
  }

  private static <K, T> Map<K, T> byKey(List<T> values, Function<T, K> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
