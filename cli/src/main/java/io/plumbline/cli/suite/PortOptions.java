package io.plumbline.cli.suite;

import picocli.CommandLine.Option;

/** The ports that {@code up} may be given; 0, the default, takes any free one. */
final class PortOptions {
  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      description = "Port of PostgreSQL; default any free one.")
  int postgres;

  @Option(
      names = "--judge-port",
      paramLabel = "PORT",
      description = "gRPC port of judge-service; default any free one.")
  private int judge;

  @Option(
      names = "--reward-port",
      paramLabel = "PORT",
      description = "gRPC port of reward-service; default any free one.")
  private int reward;

  @Option(
      names = "--trainer-port",
      paramLabel = "PORT",
      description = "gRPC port of trainer-service; default any free one.")
  private int trainer;

  @Option(
      names = "--judge-http-port",
      paramLabel = "PORT",
      description = "REST port of judge-service; default any free one.")
  private int judgeHttp;

  @Option(
      names = "--reward-http-port",
      paramLabel = "PORT",
      description = "REST port of reward-service; default any free one.")
  private int rewardHttp;

  @Option(
      names = "--trainer-http-port",
      paramLabel = "PORT",
      description = "REST port of trainer-service; default any free one.")
  private int trainerHttp;

  int grpc(ServiceKind kind) {
    return switch (kind) {
      case JUDGE -> judge;
      case REWARD -> reward;
      case TRAINER -> trainer;
    };
  }

  int rest(ServiceKind kind) {
    return switch (kind) {
      case JUDGE -> judgeHttp;
      case REWARD -> rewardHttp;
      case TRAINER -> trainerHttp;
    };
  }
}
