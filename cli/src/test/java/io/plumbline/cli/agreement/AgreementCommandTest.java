package io.plumbline.cli.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.PlumblineCommand;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementCommandTest {
  /** Krippendorff (2011): four observers, twelve units; a dot is a missing rating. */
  private static final String[] KRIPPENDORFF = {
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 ."
  };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeRatings() throws IOException {
    StringBuilder text = new StringBuilder("item,rater,value\n");
    for (int rater = 0; rater < KRIPPENDORFF.length; rater++) {
      String[] values = KRIPPENDORFF[rater].split(" ");
      for (int item = 0; item < values.length; item++) {
        text.append("u%d,r%d,%s\n".formatted(item, rater, values[item].replace(".", "")));
      }
    }
    file = Files.writeString(directory.resolve("ratings.csv"), text);
  }

  @Test
  void printsEveryCoefficientOrItsReason() throws IOException {
    assertThat(run("--ratings", file.toString(), "--level", "ordinal", "-o", "json")).isZero();

    JsonNode document = Json.mapper().readTree(out.toString());
    assertThat(document.path("krippendorff_alpha").asDouble()).isCloseTo(0.815, within(5e-4));
    assertThat(document.path("gwet_ac1").asDouble()).isCloseTo(0.77544, within(5e-6));
    assertThat(document.path("cohen_kappa").isNull()).isTrue();
    assertThat(document.path("reasons").path("cohen_kappa").asText()).contains("there are 4");
    assertThat(document.path("items").asInt()).isEqualTo(12);
    assertThat(document.path("raters").asInt()).isEqualTo(4);
    assertThat(document.path("ratings").asInt()).isEqualTo(41);
    assertThat(document.path("missing").asInt()).isEqualTo(7);
    assertThat(document.path("intervals").path("krippendorff_alpha").path("upper").asDouble())
        .isBetween(0.815, 1.0);
  }

  @Test
  void printsATableForPeople() {
    assertThat(run("--ratings", file.toString())).isZero();

    assertThat(out.toString())
        .contains("krippendorff alpha", "0.7434", "41 ratings of 12 items by 4 raters");
  }

  @Test
  void refusesAnUnknownLevel() {
    assertThat(run("--ratings", file.toString(), "--level", "ratio")).isEqualTo(2);
    assertThat(err.toString()).contains("--level");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "agreement";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return PlumblineCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
