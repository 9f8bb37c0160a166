package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.ListProtocolsResponse;
import io.plumbline.api.v1alpha1.Protocol;
import io.plumbline.judgment.protocol.Protocols;

/** The protocols as the contract lists them. */
public final class KnownProtocols {
  private KnownProtocols() {}

  public static ListProtocolsResponse list() {
    ListProtocolsResponse.Builder response = ListProtocolsResponse.newBuilder();
    Protocols.all()
        .forEach(
            entry ->
                response.addProtocols(
                    Protocol.newBuilder()
                        .setName(entry.name())
                        .setSummary(entry.summary())
                        .addAllMaterial(entry.material())
                        .setSymmetricByConstruction(entry.symmetric())));
    return response.build();
  }
}
