package io.plumbline.judge.mapping;

import io.plumbline.api.v1alpha1.OrderVerdict;
import io.plumbline.api.v1alpha1.RewardEvidence;
import io.plumbline.api.v1alpha1.ShownOrder;
import io.plumbline.api.v1alpha1.TemperatureSource;
import io.plumbline.api.v1alpha1.TranscriptEntry;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.Winner;
import io.plumbline.judge.judging.Judged;
import io.plumbline.judgment.verdict.PreferenceStrength;
import io.plumbline.judgment.verdict.Transcript;

/** Writes verdicts. */
public final class VerdictMapping {
  private VerdictMapping() {}

  public static Verdict verdict(String comparisonId, String judge, Judged judged) {
    io.plumbline.judgment.verdict.Verdict verdict = judged.verdict();
    Verdict.Builder message =
        Verdict.newBuilder()
            .setComparisonId(comparisonId)
            .setJudge(judge)
            .setState(state(verdict.state()))
            .setForward(order(verdict.forward()))
            .setDetail(verdict.detail())
            .setUsage(Costs.usage(judged.promptTokens(), judged.completionTokens(), judged.cost()))
            .setLatency(Costs.duration(judged.latency()))
            .setModel(judged.model())
            .setModelDigest(judged.modelDigest())
            .setTemplateDigest(judged.templateDigest());
    verdict.winner().ifPresent(winner -> message.setWinner(winner(winner)));
    verdict.probability().ifPresent(message::setProbabilityA);
    PreferenceStrength.of(verdict).ifPresent(message::setStrength);
    verdict.reverse().ifPresent(reverse -> message.setReverse(order(reverse)));
    judged.rewards().ifPresent(rewards -> message.setRewards(rewards(rewards)));
    Transcript.bounded(verdict.transcript()).forEach(entry -> message.addTranscript(entry(entry)));
    return message.build();
  }

  private static TranscriptEntry entry(io.plumbline.judgment.verdict.TranscriptEntry entry) {
    TranscriptEntry.Builder message =
        TranscriptEntry.newBuilder()
            .setStage(entry.stage())
            .setSample(entry.sample())
            .setJuror(entry.juror())
            .setFromTools(entry.fromTools())
            .setText(entry.text());
    entry
        .order()
        .ifPresent(
            order ->
                message.setOrder(
                    switch (order) {
                      case FORWARD -> ShownOrder.SHOWN_ORDER_FORWARD;
                      case REVERSE -> ShownOrder.SHOWN_ORDER_REVERSE;
                    }));
    return message.build();
  }

  private static RewardEvidence rewards(io.plumbline.judgment.reward.RewardEvidence rewards) {
    return RewardEvidence.newBuilder()
        .setRewardA(rewards.first())
        .setRewardB(rewards.second())
        .setTemperature(rewards.temperature().value())
        .setTemperatureSource(
            switch (rewards.temperature().source()) {
              case REQUEST -> TemperatureSource.TEMPERATURE_SOURCE_REQUEST;
              case SETTINGS -> TemperatureSource.TEMPERATURE_SOURCE_SETTINGS;
              case MODEL -> TemperatureSource.TEMPERATURE_SOURCE_MODEL;
              case DEFAULT -> TemperatureSource.TEMPERATURE_SOURCE_DEFAULT;
            })
        .build();
  }

  private static OrderVerdict order(io.plumbline.judgment.verdict.OrderVerdict order) {
    OrderVerdict.Builder message =
        OrderVerdict.newBuilder().setState(state(order.state())).setRawText(order.rawText());
    order.winner().ifPresent(winner -> message.setWinner(winner(winner)));
    order.probability().ifPresent(message::setProbabilityA);
    return message.build();
  }

  public static VerdictState state(io.plumbline.judgment.verdict.VerdictState state) {
    return switch (state) {
      case OK -> VerdictState.VERDICT_STATE_OK;
      case INCONSISTENT -> VerdictState.VERDICT_STATE_INCONSISTENT;
      case UNPARSEABLE -> VerdictState.VERDICT_STATE_UNPARSEABLE;
      case REFUSED -> VerdictState.VERDICT_STATE_REFUSED;
      case NO_LOGPROBS -> VerdictState.VERDICT_STATE_NO_LOGPROBS;
      case FAILED -> VerdictState.VERDICT_STATE_FAILED;
    };
  }

  private static Winner winner(io.plumbline.judgment.verdict.Winner winner) {
    return switch (winner) {
      case FIRST -> Winner.WINNER_A;
      case SECOND -> Winner.WINNER_B;
      case TIE -> Winner.WINNER_TIE;
    };
  }
}
