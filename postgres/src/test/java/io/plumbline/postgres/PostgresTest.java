package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.postgres.identity.RunAs;
import io.plumbline.postgres.installation.Installation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(RunAs.class)
  void answersAndKeepsItsDataWhicheverUserItRunsAs(RunAs runAs) throws IOException {
    assumeTrue(runAs.works(), () -> runAs + " does not work for this user on this machine");
    PostgresSettings settings = settings();

    String password;
    try (Postgres postgres = Postgres.start(settings, runAs)) {
      password = postgres.password();
      assertThat(acceptsTls(postgres.port())).isIn((byte) 'N', (byte) 'S');
    }
    try (Postgres postgres = Postgres.start(settings, runAs)) {
      assertThat(postgres.password()).isEqualTo(password);
      assertThat(postgres.jdbcUrl("judge"))
          .isEqualTo("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/judge");
    }
    assertThat(Files.readAllLines(settings.home().resolve("databases")))
        .containsExactly("judge", "reward");
  }

  @Test
  void leavesNoProcessBehindWhenClosed() throws IOException {
    Postgres postgres = Postgres.start(settings());
    List<ProcessHandle> whole = postgres.process().handle().descendants().toList();

    postgres.close();

    assertThat(whole).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(postgres.process().isAlive()).isFalse();
  }

  @Test
  void namesTheTakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PostgresSettings settings = settings().withPort(taken.getLocalPort());

      assertThatThrownBy(() -> Postgres.start(settings))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " for PostgreSQL is taken");
    }
  }

  @Test
  void refusesADirectoryThatAnotherServerUses() throws IOException {
    try (Postgres first = Postgres.start(settings())) {
      assertThat(first.process().isAlive()).isTrue();

      assertThatThrownBy(() -> Postgres.start(settings()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("lock file \"postmaster.pid\" already exists");
    }
  }

  private PostgresSettings settings() {
    return new PostgresSettings(
        directory.resolve("home"),
        Installation.defaultCache(),
        0,
        List.of("judge", "reward"),
        Durability.FAST);
  }

  // SSLRequest of the frontend protocol: length 8, code 80877103; the answer is one byte.
  private static byte acceptsTls(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(8);
      out.writeInt(80_877_103);
      return new DataInputStream(socket.getInputStream()).readByte();
    }
  }
}
