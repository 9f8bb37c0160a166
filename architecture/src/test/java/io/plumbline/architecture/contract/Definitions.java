package io.plumbline.architecture.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The messages, enums and services of one package, nested ones included, by full name.
 *
 * @param messages messages by full name
 * @param enums enums by full name
 * @param services services by full name
 */
record Definitions(
    Map<String, DescriptorProto> messages,
    Map<String, EnumDescriptorProto> enums,
    Map<String, ServiceDescriptorProto> services) {

  static Definitions of(FileDescriptorSet files, String protoPackage) {
    Definitions definitions = new Definitions(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (FileDescriptorProto file : files.getFileList()) {
      if (file.getPackage().equals(protoPackage)) {
        definitions.addMessages(protoPackage, file.getMessageTypeList());
        definitions.addEnums(protoPackage, file.getEnumTypeList());
        file.getServiceList()
            .forEach(
                service ->
                    definitions.services.put(protoPackage + "." + service.getName(), service));
      }
    }
    return definitions;
  }

  private void addMessages(String scope, List<DescriptorProto> added) {
    for (DescriptorProto message : added) {
      String name = scope + "." + message.getName();
      messages.put(name, message);
      addMessages(name, message.getNestedTypeList());
      addEnums(name, message.getEnumTypeList());
    }
  }

  private void addEnums(String scope, List<EnumDescriptorProto> added) {
    added.forEach(type -> enums.put(scope + "." + type.getName(), type));
  }
}
