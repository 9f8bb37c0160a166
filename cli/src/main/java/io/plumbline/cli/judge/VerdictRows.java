package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judgment.verdict.PreferenceStrength;
import io.plumbline.judgment.verdict.Transcript;
import io.plumbline.judgment.verdict.TranscriptEntry;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Locale;

/**
 * Verdicts as rows {@code {id, state, winner, probability_a, strength, transcript}}, with a reason
 * where there is none; the transcript is all that was said, answers included.
 */
final class VerdictRows {
  private static final String STATE = "VERDICT_STATE_";
  private static final String WINNER = "WINNER_";

  private VerdictRows() {}

  static ObjectNode of(String id, io.plumbline.judgment.verdict.Verdict verdict) {
    ObjectNode row = row(id, verdict.state().name());
    verdict.winner().ifPresent(winner -> row.put("winner", letter(winner)));
    verdict.probability().ifPresent(probability -> row.put("probability_a", probability));
    PreferenceStrength.of(verdict).ifPresent(strength -> row.put("strength", strength));
    if (verdict.state() != VerdictState.OK) {
      row.put("reason", verdict.detail());
    }
    return withTranscript(row, verdict);
  }

  static ObjectNode of(Verdict verdict) {
    ObjectNode row =
        row(verdict.getComparisonId(), verdict.getState().name().substring(STATE.length()));
    if (verdict.getState() == io.plumbline.api.v1alpha1.VerdictState.VERDICT_STATE_OK) {
      row.put(
          "winner", verdict.getWinner().name().substring(WINNER.length()).toLowerCase(Locale.ROOT));
    } else {
      row.put("reason", verdict.getDetail());
    }
    if (verdict.hasProbabilityA()) {
      row.put("probability_a", verdict.getProbabilityA());
    }
    if (verdict.hasStrength()) {
      row.put("strength", verdict.getStrength());
    }
    return withTranscript(row, ContractVerdicts.read(verdict));
  }

  private static ObjectNode withTranscript(
      ObjectNode row, io.plumbline.judgment.verdict.Verdict verdict) {
    List<TranscriptEntry> said = Transcript.bounded(verdict.said());
    if (!said.isEmpty()) {
      ArrayNode transcript = row.putArray("transcript");
      said.forEach(entry -> add(transcript.addObject(), entry));
    }
    return row;
  }

  private static void add(ObjectNode row, TranscriptEntry entry) {
    row.put("stage", entry.stage());
    entry.order().ifPresent(order -> row.put("order", order.name().toLowerCase(Locale.ROOT)));
    if (entry.sample() > 0) {
      row.put("sample", entry.sample());
    }
    if (!entry.juror().isEmpty()) {
      row.put("juror", entry.juror());
    }
    if (entry.fromTools()) {
      row.put("from_tools", true);
    }
    row.put("text", entry.text());
  }

  private static ObjectNode row(String id, String state) {
    ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", id).put("state", state);
    return row.putNull("winner");
  }

  private static String letter(Winner winner) {
    return switch (winner) {
      case FIRST -> "a";
      case SECOND -> "b";
      case TIE -> "tie";
    };
  }
}
