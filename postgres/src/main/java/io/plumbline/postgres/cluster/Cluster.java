package io.plumbline.postgres.cluster;

import static java.util.Objects.requireNonNull;

import io.plumbline.postgres.identity.RunAs;
import io.plumbline.postgres.installation.DirectoryTree;
import io.plumbline.postgres.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directory of PostgreSQL data while no server runs on it: {@code data/} is the cluster itself,
 * {@code password} the password of its only user, {@code databases} the databases made so far.
 *
 * @param home the directory
 * @param installation the programs
 * @param runAs the user that the programs run as
 */
public record Cluster(Path home, Installation installation, RunAs runAs) {
  /** The superuser of the cluster. */
  public static final String USER = "plumbline";

  public Cluster {
    requireNonNull(home, "home is null");
    requireNonNull(installation, "installation is null");
    requireNonNull(runAs, "runAs is null");
  }

  /** Where the server keeps its files. */
  public Path data() {
    return home.resolve("data");
  }

  /** The password, made when the cluster was. */
  public String password() throws IOException {
    return Files.readString(home.resolve("password")).strip();
  }

  /**
   * Makes the cluster and the databases, as far as they are not there.
   *
   * @throws IOException with PostgreSQL's own reason when that fails
   */
  public void prepare(List<String> databases) throws IOException {
    Files.createDirectories(home);
    if (!Files.isDirectory(data())) {
      initialise();
    }
    runAs.own(data());
    createDatabases(databases);
  }

  private void initialise() throws IOException {
    Path unfinished = home.resolve("data.unfinished");
    DirectoryTree.delete(unfinished);
    Files.deleteIfExists(home.resolve("databases"));
    Files.createDirectory(unfinished);
    runAs.own(unfinished);
    Path password = Password.write(home.resolve("password"));
    List<String> command = new ArrayList<>();
    command.add(installation.program("initdb").toString());
    command.addAll(
        List.of(
            "--pgdata=" + unfinished.toAbsolutePath(), "--username=" + USER, "--encoding=UTF8"));
    // The built-in locale sorts the same way on every machine.
    command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    command.addAll(
        List.of(
            "--auth=scram-sha-256", "--pwfile=" + password.toAbsolutePath(), "--no-instructions"));
    new Tool("initdb", runAs.command(command), home).run("");
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void createDatabases(List<String> wanted) throws IOException {
    Path list = home.resolve("databases");
    Set<String> known = new TreeSet<>(Files.exists(list) ? Files.readAllLines(list) : List.of());
    if (known.containsAll(wanted)) {
      return;
    }
    StringBuilder statements = new StringBuilder();
    for (String database : wanted) {
      if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
        throw new IllegalArgumentException("not a database name: " + database);
      }
      if (known.add(database)) {
        statements.append("CREATE DATABASE ").append(database).append('\n');
      }
    }
    // Without a server: the single-user mode reads one statement a line.
    List<String> command =
        List.of(
            installation.program("postgres").toString(),
            "--single",
            "-D",
            data().toAbsolutePath().toString(),
            "-c",
            "lc_messages=C",
            "postgres");
    new Tool("postgres --single", runAs.command(command), home).run(statements.toString());
    Files.write(list, known);
  }
}
