package io.plumbline.objectives.server.wire;

import io.plumbline.api.v1alpha1.ChannelLevel;
import io.plumbline.api.v1alpha1.ObjectiveChannel;
import io.plumbline.api.v1alpha1.ObjectiveCoupling;
import io.plumbline.api.v1alpha1.ObjectiveDescription;
import io.plumbline.api.v1alpha1.ObjectiveLayout;
import io.plumbline.api.v1alpha1.ObjectiveParameter;
import io.plumbline.api.v1alpha1.ObjectiveSignature;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Coupling;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Signature;
import io.plumbline.objectives.catalogue.CatalogueEntry;
import io.plumbline.objectives.catalogue.Invariance;
import io.plumbline.objectives.catalogue.Parameter;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue as messages. */
public final class CatalogueMessages {
  private CatalogueMessages() {}

  /** Everything that the catalogue says of one objective. */
  public static ObjectiveDescription describe(CatalogueEntry entry) {
    return ObjectiveDescription.newBuilder()
        .setName(entry.name())
        .setTitle(entry.title())
        .setSource(entry.source())
        .setEquation(entry.equation())
        .setSignature(signature(entry.create().signature()))
        .addAllParameters(entry.parameters().stream().map(CatalogueMessages::parameter).toList())
        .setDetached(entry.detached())
        .addAllInvariances(entry.invariances().stream().sorted().map(Invariance::words).toList())
        .setReadings(entry.readings())
        .addAllMethods(entry.methods())
        .build();
  }

  /** What an objective reads; differentiable channels first, each kind by name. */
  public static ObjectiveSignature signature(Signature signature) {
    return ObjectiveSignature.newBuilder()
        .setLayout(layout(signature.layout()))
        .setCoupling(coupling(signature.coupling()))
        .addAllChannels(channels(signature.differentiable(), true).toList())
        .addAllChannels(channels(signature.constants(), false).toList())
        .build();
  }

  private static Stream<ObjectiveChannel> channels(Set<Channel> channels, boolean differentiable) {
    return channels.stream()
        .sorted(Comparator.comparing(Channel::name))
        .map(
            channel ->
                ObjectiveChannel.newBuilder()
                    .setName(channel.name())
                    .setLevel(level(channel.level()))
                    .setDifferentiable(differentiable)
                    .setRange(channel.range().description())
                    .build());
  }

  private static ObjectiveParameter parameter(Parameter parameter) {
    return ObjectiveParameter.newBuilder()
        .setName(parameter.name())
        .setInitial(parameter.initial())
        .setMeaning(parameter.meaning())
        .build();
  }

  private static ObjectiveLayout layout(Layout layout) {
    return switch (layout) {
      case SEQUENCES -> ObjectiveLayout.OBJECTIVE_LAYOUT_SEQUENCES;
      case PAIRS -> ObjectiveLayout.OBJECTIVE_LAYOUT_PAIRS;
      case LISTS -> ObjectiveLayout.OBJECTIVE_LAYOUT_LISTS;
      case GROUPS -> ObjectiveLayout.OBJECTIVE_LAYOUT_GROUPS;
      case STEPS -> ObjectiveLayout.OBJECTIVE_LAYOUT_STEPS;
    };
  }

  private static ObjectiveCoupling coupling(Coupling coupling) {
    return switch (coupling) {
      case SEPARABLE -> ObjectiveCoupling.OBJECTIVE_COUPLING_SEPARABLE;
      case STATISTICS -> ObjectiveCoupling.OBJECTIVE_COUPLING_STATISTICS;
      case COUPLED -> ObjectiveCoupling.OBJECTIVE_COUPLING_COUPLED;
    };
  }

  private static ChannelLevel level(Level level) {
    return switch (level) {
      case TOKEN -> ChannelLevel.CHANNEL_LEVEL_TOKEN;
      case SEQUENCE -> ChannelLevel.CHANNEL_LEVEL_SEQUENCE;
      case EXAMPLE -> ChannelLevel.CHANNEL_LEVEL_EXAMPLE;
    };
  }
}
