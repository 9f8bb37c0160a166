package io.plumbline.preference.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.preference.BinaryFeedback;
import io.plumbline.preference.Ranking;
import io.plumbline.preference.Rating;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class OtherFormatsTest {

  @Test
  void writesAndReadsRankings() throws IOException {
    String line =
        "{\"id\":\"1\",\"prompt\":\"p\",\"completions\":[\"best\",\"worst\"],"
            + "\"sources\":[\"m1\",\"m2\"],\"annotator\":\"ann\"}\n";

    Ranking ranking = only(new RankingFormat(), line);

    assertThat(ranking.completions().get(1).source()).isEqualTo("m2");
    assertThat(written(new RankingFormat(), ranking)).isEqualTo(line);
  }

  @Test
  void writesAndReadsRatings() throws IOException {
    String line =
        "{\"id\":\"1\",\"prompt\":\"p\",\"completion\":\"c\",\"rating\":4.5,"
            + "\"aspect\":\"helpfulness\",\"source\":\"m\",\"annotator\":\"ann\"}\n";

    Rating rating = only(new RatingFormat(), line);

    assertThat(rating.value()).isEqualTo(4.5);
    assertThat(written(new RatingFormat(), rating)).isEqualTo(line);
  }

  @Test
  void writesAndReadsBinaryFeedback() throws IOException {
    String line =
        "{\"id\":\"1\",\"prompt\":\"p\",\"completion\":\"c\",\"label\":false,"
            + "\"source\":\"m\",\"annotator\":\"ann\"}\n";

    BinaryFeedback feedback = only(new BinaryFeedbackFormat(), line);

    assertThat(feedback.desirable()).isFalse();
    assertThat(written(new BinaryFeedbackFormat(), feedback)).isEqualTo(line);
  }

  @Test
  void refusesARankingOfOne() throws IOException {
    var rows =
        new JsonLinesReader<>(new RankingFormat())
            .readAll("f", new StringReader("{\"prompt\": \"p\", \"completions\": [\"a\"]}"));

    assertThat(rows.badRows().get(0).message())
        .isEqualTo("f:1: completions: must be a list of at least 2, best first");
  }

  private static <T> T only(RowFormat<T> format, String line) throws IOException {
    return new JsonLinesReader<>(format).readAll("f", new StringReader(line)).values().get(0);
  }

  private static <T> String written(RowFormat<T> format, T value) throws IOException {
    StringWriter writer = new StringWriter();
    new JsonLinesWriter<>(format, writer).write(value);
    return writer.toString();
  }
}
