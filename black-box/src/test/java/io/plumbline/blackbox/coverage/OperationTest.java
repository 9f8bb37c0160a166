package io.plumbline.blackbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
  private static final Operation CANCEL = new Operation("post", "/v1/runs/{id}/cancel");

  @Test
  void isCoveredByARequestOfItsForm() {
    assertThat(CANCEL.covers("POST /v1/runs/7/cancel")).isTrue();
    assertThat(CANCEL).hasToString("POST /v1/runs/{id}/cancel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/runs/7/cancel",
        "POST /v1/runs/7/resume",
        "POST /v1/runs/cancel",
        "POST /v1/runs/7/cancel/now",
        "POST /v2/runs/7/cancel"
      })
  void isNotCoveredByAnother(String request) {
    assertThat(CANCEL.covers(request)).isFalse();
  }
}
