package io.plumbline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportFormatsTest {
  private final DemoReport report =
      DemoReport.of(
          Given.results(Given.evaluation(0.8, 0.6, 0.95), Given.evaluation(0.5, 0.3, 0.7)));

  @Test
  void writesJsonInSnakeCase() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ReportJson.render(report));

    assertThat(json.at("/judges/0/win_rate/value").asDouble()).isEqualTo(0.8);
    assertThat(json.at("/judges/0/judged_by").asText()).isEqualTo("reward:relevance");
    assertThat(json.at("/effect_shown").asBoolean()).isTrue();
    assertThat(json.at("/judges/0/inconsistent_share").isNull()).isTrue();
  }

  @Test
  void tellsByWhomEachNumberWasJudged() {
    assertThat(TerminalReport.render(report))
        .contains("80.0 % [60.0 %, 95.0 %]")
        .contains("reward:relevance")
        .contains("control: relevance")
        .contains("null: longer");
  }

  @Test
  void writesAPageThatLoadsNothingAndEscapesStories() {
    String page = HtmlReport.render(report);

    assertThat(page).contains("Mom &lt;b&gt;smiled&lt;/b&gt;.").doesNotContain("<b>smiled");
    assertThat(Pattern.compile("(src|href|url)\\s*[=(]|<script").matcher(page).find()).isFalse();
    assertThat(page).contains("<polyline");
  }
}
