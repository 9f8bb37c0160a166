package io.plumbline.judge.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.api.v1alpha1.Interval;
import io.plumbline.api.v1alpha1.Leaderboard;
import io.plumbline.api.v1alpha1.LeaderboardRow;
import io.plumbline.judge.leaderboard.store.ResultRow;
import io.plumbline.statistics.leaderboard.Board;
import io.plumbline.statistics.report.IntervalBar;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A computed leaderboard in all its forms. */
final class RenderedBoard {
  private RenderedBoard() {}

  /**
   * @param head the leaderboard without rows
   */
  static ResultRow of(
      UUID leaderboardId, String optionsDigest, Leaderboard head, Board board, ObjectMapper json) {
    ResultRow result = new ResultRow();
    result.key = new ResultRow.Key(leaderboardId, optionsDigest);
    result.version = head.getVersion();
    result.computed = Instant.now();
    result.payload = head.toBuilder().addAllRows(rows(board)).build().toByteArray();
    result.json = write(board.rows(), json);
    result.csv = board.csv();
    result.markdown = board.markdown();
    result.html = board.html();
    result.plain = board.text();
    return result;
  }

  private static String write(List<Map<String, Object>> rows, ObjectMapper json) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("rows are plain maps", impossible);
    }
  }

  private static List<LeaderboardRow> rows(Board board) {
    Map<String, IntervalBar> bars = new HashMap<>();
    board.bars().forEach(bar -> bars.put(bar.label(), bar));
    return board.rows().stream().map(row -> row(row, bars.get((String) row.get("model")))).toList();
  }

  private static LeaderboardRow row(Map<String, Object> document, IntervalBar bar) {
    LeaderboardRow.Builder row = LeaderboardRow.newBuilder();
    document.forEach((name, value) -> add(row, name, value));
    if (bar != null) {
      row.setInterval(
          Interval.newBuilder()
              .setLow(bar.interval().lower())
              .setHigh(bar.interval().upper())
              .setLevel(bar.interval().level()));
    }
    return row.build();
  }

  private static void add(LeaderboardRow.Builder row, String name, Object value) {
    if (name.equals("model")) {
      row.setModel((String) value);
    } else if (value instanceof Number number) {
      row.putValues(name, number.doubleValue());
    } else if (value instanceof List<?> notes) {
      notes.forEach(note -> row.addNotes((String) note));
    } else if (value instanceof Map<?, ?> nested) {
      nested.forEach((key, inner) -> add(row, name + "." + key, inner));
    }
  }
}
