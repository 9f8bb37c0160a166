package io.plumbline.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class RatingReaderTest {

  @Test
  void readsCommaSeparatedRatings() throws IOException {
    RatingReader.Result result =
        read("rater,item,value,comment\na,i,good,x\nb,i,\"very, good\",\n");

    assertThat(result.ratings())
        .containsExactly(
            new Ratings.Rating("i", "a", "good"), new Ratings.Rating("i", "b", "very, good"));
  }

  @Test
  void readsJsonLines() throws IOException {
    RatingReader.Result result =
        read(
            """
            {"item": 1, "rater": "a", "value": 2.5}
            {"item": 1, "rater": "b", "value": null}
            {"item": 1, "rater": "c", "value": true}
            """);

    assertThat(result.ratings())
        .containsExactly(new Ratings.Rating("1", "a", "2.5"), new Ratings.Rating("1", "c", "true"));
    assertThat(result.missing()).isEqualTo(1);
  }

  @Test
  void setsRepeatedAndIncompleteRowsAside() throws IOException {
    RatingReader.Result result = read("item,rater,value\ni,a,1\ni,a,2\n,a,1\ni,b,NA\n");

    assertThat(result.ratings()).hasSize(1);
    assertThat(result.missing()).isEqualTo(1);
    assertThat(result.rejected())
        .containsExactly(
            "f, line 3: rater a already gave item i the value 1", "f, line 4: has no item");
  }

  @Test
  void namesAMissingColumn() {
    assertThatIOException()
        .isThrownBy(() -> read("item,rater,score\ni,a,1"))
        .withMessageContaining("no column value");
  }

  private static RatingReader.Result read(String text) throws IOException {
    return RatingReader.read(new BufferedReader(new StringReader(text)), "f");
  }
}
