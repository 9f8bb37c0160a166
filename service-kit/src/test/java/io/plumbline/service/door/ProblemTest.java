package io.plumbline.service.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The members of RFC 9457, section 3.1; extensions only where they say something. */
class ProblemTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void namesTheFieldAtFault() throws Exception {
    assertThat(JSON.readTree(JSON.writeValueAsString(Problem.of(400, "invalid", "why", "id"))))
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"about:blank","title":"invalid","status":400,"detail":"why","field":"id"}
                """));
  }

  @Test
  void namesAllFieldsAtFault() throws Exception {
    var problem =
        Problem.ofFields(400, "invalid", "why", List.of(new Problem.FieldError("id", "is empty")));

    assertThat(JSON.readTree(JSON.writeValueAsString(problem)))
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"about:blank","title":"invalid","status":400,"detail":"why",
                 "errors":[{"field":"id","detail":"is empty"}]}
                """));
  }
}
