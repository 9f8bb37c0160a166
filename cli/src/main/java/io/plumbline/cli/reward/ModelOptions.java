package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.ScoreRequest;
import picocli.CommandLine.Option;

/** Which model scores. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "relevance (default), or a published head: NAME, NAME@VERSION, NAME@ALIAS.",
      defaultValue = "relevance")
  private String model;

  @Option(
      names = "--principle",
      paramLabel = "TEXT",
      description = "What the model relevance scores against.",
      defaultValue = "")
  private String principle;

  ScoreRequest.Builder request() {
    return ScoreRequest.newBuilder().setModel(model).setPrinciple(principle);
  }
}
