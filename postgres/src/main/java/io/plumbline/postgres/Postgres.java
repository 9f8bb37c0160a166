package io.plumbline.postgres;

import io.plumbline.postgres.cluster.Cluster;
import io.plumbline.postgres.cluster.ServerLog;
import io.plumbline.postgres.identity.RunAs;
import io.plumbline.postgres.installation.Installation;
import io.plumbline.postgres.process.FreePort;
import io.plumbline.postgres.process.OwnedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL server on 127.0.0.1 that ends with the process that started it.
 *
 * <p>The server asks for a password (SCRAM-SHA-256) and has no Unix socket.
 */
public final class Postgres implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofSeconds(120);
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  private final OwnedProcess process;
  private final int port;
  private final String password;

  private Postgres(OwnedProcess process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws IOException with cause and remedy: port taken, data directory in use, disk full, root
   *     without a way to become another user, …
   */
  public static Postgres start(PostgresSettings settings) throws IOException {
    return start(settings, RunAs.firstWorking());
  }

  static Postgres start(PostgresSettings settings, RunAs runAs) throws IOException {
    int port = FreePort.require(settings.port(), "PostgreSQL");
    Cluster cluster =
        new Cluster(settings.home().toAbsolutePath(), Installation.under(settings.cache()), runAs);
    cluster.prepare(settings.databases());
    Path log = settings.log();
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    OwnedProcess process =
        OwnedProcess.start(
            runAs.command(serverCommand(cluster, port, settings.durability())),
            Map.of("TZ", "UTC"),
            cluster.home(),
            log,
            // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
            "INT",
            SHUTDOWN);
    try {
      awaitReady(process, cluster, log, logStart);
      return new Postgres(process, port, cluster.password());
    } catch (IOException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private static List<String> serverCommand(Cluster cluster, int port, Durability durability) {
    List<String> command = new ArrayList<>();
    command.add(cluster.installation().program("postgres").toString());
    command.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port)));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "unix_socket_directories="));
    command.addAll(List.of("-c", "lc_messages=C", "-c", "timezone=UTC", "-c", "log_timezone=UTC"));
    command.addAll(durability.serverOptions());
    return command;
  }

  private static void awaitReady(OwnedProcess process, Cluster cluster, Path log, long logStart)
      throws IOException {
    long deadline = System.nanoTime() + STARTUP.toNanos();
    while (!isReady(process, cluster)) {
      if (!process.isAlive()) {
        throw new IOException(
            "PostgreSQL did not start: %s (log: %s)"
                .formatted(ServerLog.reasonOrLastLine(tail(log, logStart)), log));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "PostgreSQL was not ready after %d s (log: %s)".formatted(STARTUP.toSeconds(), log));
      }
      pause();
    }
  }

  // As pg_ctl does: the last line of postmaster.pid tells how far this very server is.
  private static boolean isReady(OwnedProcess process, Cluster cluster) throws IOException {
    Path status = cluster.data().resolve("postmaster.pid");
    if (!process.isAlive() || !Files.exists(status)) {
      return false;
    }
    List<String> lines = Files.readAllLines(status);
    return lines.size() >= 8
        && lines.get(0).strip().equals(Long.toString(process.pid()))
        && lines.get(7).strip().equals("ready");
  }

  private static String tail(Path log, long start) throws IOException {
    byte[] all = Files.readAllBytes(log);
    int from = (int) Math.min(start, all.length);
    return new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL started", e);
    }
  }

  public int port() {
    return port;
  }

  public String username() {
    return Cluster.USER;
  }

  public String password() {
    return password;
  }

  /** The address of a database for JDBC. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The address of a database for the reactive clients. */
  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The server's process. */
  public OwnedProcess process() {
    return process;
  }

  /** Stops the server in good order; its data stays. */
  @Override
  public void close() {
    process.close();
  }
}
