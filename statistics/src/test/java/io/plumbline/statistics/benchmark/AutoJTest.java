package io.plumbline.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Auto-J's human labels beside judges that know no quality. */
class AutoJTest {
  private static final List<String> LABELS = List.of("first", "second", "tie");

  @Test
  void putsNullJudgesBesideHumanLabels() throws IOException {
    Set<String> scenarios = new HashSet<>();
    List<LabelledJudgments.Pair> pairs = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(SharedData.require("auto_j/testdata_pairwise.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Map<String, String> row = row(line);
        scenarios.add(row.get("scenario"));
        pairs.add(
            new LabelledJudgments.Pair(
                row.get("prompt"),
                LABELS.get(Integer.parseInt(row.get("label"))),
                "first",
                length(row.get("response 1")),
                length(row.get("response 2"))));
      }
    }

    LabelledJudgments judged = LabelledJudgments.of(pairs, new Bootstrap(50, 0.95, 1));

    // SOURCE.md: 1,392 pairs, 58 scenarios.
    assertThat(pairs).hasSize(1392);
    assertThat(scenarios).hasSize(58);
    // Python on the same file: 520 labels say first; the longer answer is right 737 times, the
    // shorter 296 times.
    assertThat(judged.judge().estimate()).isCloseTo(520.0 / 1392, within(1e-12));
    assertThat(judged.nullJudges().get("longer").estimate()).isCloseTo(737.0 / 1392, within(1e-12));
    assertThat(judged.nullJudges().get("shorter").estimate())
        .isCloseTo(296.0 / 1392, within(1e-12));
    // A judge that always says first is that null judge.
    assertThat(judged.indistinguishable()).contains("first").doesNotContain("longer");
  }

  private static double length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Map<String, String> row(String line) throws IOException {
    Map<String, String> row = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        row.put(name, parser.getText());
      }
    }
    return row;
  }
}
