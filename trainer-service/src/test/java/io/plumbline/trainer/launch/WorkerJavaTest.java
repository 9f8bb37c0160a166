package io.plumbline.trainer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Code;
import io.plumbline.trainer.fault.Fault;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerJavaTest {
  @Test
  void isTheOneThatIsNamed() {
    assertThat(WorkerJava.of(Optional.of(Path.of("/opt/java")), "/jdk"))
        .isEqualTo(Path.of("/opt/java"));
    assertThat(WorkerJava.of(Optional.of(Path.of("/opt/java")), null))
        .isEqualTo(Path.of("/opt/java"));
  }

  @Test
  void isTheOneThatRunsTheService() {
    assertThat(WorkerJava.of(Optional.empty(), "/jdk")).isEqualTo(Path.of("/jdk/bin/java"));
  }

  @Test
  void hasToBeNamedInAnExecutable() {
    assertThatThrownBy(() -> WorkerJava.of(Optional.empty(), null))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(Code.FAILED_PRECONDITION))
        .hasMessageStartingWith("plumbline.worker.java: is not set");
  }
}
