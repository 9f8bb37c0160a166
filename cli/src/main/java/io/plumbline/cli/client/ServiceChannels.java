package io.plumbline.cli.client;

import static java.util.Objects.requireNonNull;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;

/**
 * Connections to the three services.
 *
 * @param judge to judge-service
 * @param reward to reward-service
 * @param trainer to trainer-service
 */
public record ServiceChannels(ManagedChannel judge, ManagedChannel reward, ManagedChannel trainer)
    implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  public ServiceChannels {
    requireNonNull(judge, "judge is null");
    requireNonNull(reward, "reward is null");
    requireNonNull(trainer, "trainer is null");
  }

  /** Connects without encryption, which is for the loopback only; addresses are host:port. */
  public static ServiceChannels plaintext(String judge, String reward, String trainer) {
    return new ServiceChannels(plaintext(judge), plaintext(reward), plaintext(trainer));
  }

  /** One connection without encryption, which the caller closes. */
  public static ManagedChannel plaintext(String address) {
    return NettyChannelBuilder.forTarget(address)
        .usePlaintext()
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .build();
  }

  @Override
  public void close() {
    judge.shutdownNow();
    reward.shutdownNow();
    trainer.shutdownNow();
  }
}
