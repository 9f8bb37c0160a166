package io.plumbline.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cli.failure.CommandFailedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProofTest {
  @Test
  void endsAsTheTestsDo() throws Exception {
    ProcessBuilder tests = new ProcessBuilder("sh", "-c", "exit 3");

    assertThat(Proof.await(tests, Duration.ofMinutes(1))).isEqualTo(3);
  }

  @Test
  void doesNotWaitForEver() {
    ProcessBuilder tests = new ProcessBuilder("tail", "-f", "/dev/null");

    assertThatThrownBy(() -> Proof.await(tests, Duration.ofMillis(100)))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("did not end within");
  }
}
