package io.plumbline.trainer.stub;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.plumbline.postgres.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;

/** reward-service and judge-service as stubs on ports of their own, which can go down and up. */
public final class StubUpstreams implements QuarkusTestResourceLifecycleManager {
  private final StubReward reward = new StubReward();
  private final StubHeads heads = new StubHeads();
  private final StubEvaluations evaluations = new StubEvaluations();
  private int rewardPort;
  private Server rewardServer;
  private Server judgeServer;

  @Override
  public Map<String, String> start() {
    try {
      rewardPort = FreePort.any();
      int judgePort = FreePort.any();
      rewardUp();
      judgeServer = serve(judgePort, evaluations);
      return Map.of(
          "plumbline.reward.address", "127.0.0.1:" + rewardPort,
          "plumbline.judge.address", "127.0.0.1:" + judgePort,
          "plumbline.upstream.deadline", "2S",
          "plumbline.upstream.delay", "20MS",
          "plumbline.upstream.max-delay", "200MS",
          "plumbline.upstream.max-duration", "5S",
          "plumbline.worker.launcher", StubLauncher.NAME,
          "plumbline.worker.concurrency", "4",
          "plumbline.worker.heartbeat-timeout", "2S");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Server serve(int port, BindableService... services) throws IOException {
    var builder = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port));
    for (BindableService service : services) {
      builder.addService(service);
    }
    return builder.maxInboundMessageSize(1 << 26).build().start();
  }

  public void rewardUp() {
    try {
      rewardServer = serve(rewardPort, reward, heads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void rewardDown() {
    rewardServer.shutdownNow();
    try {
      rewardServer.awaitTermination();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where the stub of reward-service listens. */
  public String rewardAddress() {
    return "127.0.0.1:" + rewardPort;
  }

  public StubReward reward() {
    return reward;
  }

  public StubHeads heads() {
    return heads;
  }

  public StubEvaluations evaluations() {
    return evaluations;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StubUpstreams.class));
  }

  @Override
  public void stop() {
    rewardServer.shutdownNow();
    judgeServer.shutdownNow();
  }
}
