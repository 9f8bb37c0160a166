package io.plumbline.postgres.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** As whom the server runs. PostgreSQL refuses to run as root, so root has to become another. */
public enum RunAs {
  /** As the present user, who is not root. */
  PRESENT_USER(List.of()),

  /** As the same user in a user namespace that maps no one, where root is "nobody". */
  USER_NAMESPACE(List.of("unshare", "--user")),

  /**
   * As the system's "nobody" with leave to pass permission checks on files: the data directory may
   * lie in root's home. For machines that forbid user namespaces.
   */
  NOBODY(
      List.of(
          "setpriv",
          "--reuid=" + RunAs.NOBODY_ID,
          "--regid=" + RunAs.NOBODY_ID,
          "--clear-groups",
          // Without this bit access(2) would forget the capability below.
          "--securebits=+no_setuid_fixup",
          "--inh-caps=-all,+dac_override",
          "--ambient-caps=-all,+dac_override"));

  private static final int NOBODY_ID = 65534;

  private final List<String> prefix;

  RunAs(List<String> prefix) {
    this.prefix = prefix;
  }

  /**
   * The first way that works here.
   *
   * @throws IOException when the present user is root and no way works
   */
  public static RunAs firstWorking() throws IOException {
    if (!presentUserIsRoot()) {
      return PRESENT_USER;
    }
    for (RunAs way : List.of(USER_NAMESPACE, NOBODY)) {
      if (way.works()) {
        return way;
      }
    }
    throw new IOException(
        "PostgreSQL does not run as root, and neither `unshare --user` nor `setpriv` works here;"
            + " run plumbline as an ordinary user");
  }

  /** True when the present user has user id 0. */
  public static boolean presentUserIsRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  /** Whether the present user can start the server this way on this machine. */
  public boolean works() throws IOException {
    if (this == PRESENT_USER) {
      return !presentUserIsRoot();
    }
    // Another could start the program, but not give the data directory away.
    return presentUserIsRoot() && succeeds(command(List.of("true")));
  }

  /** The command that runs the given one as this user. */
  public List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /**
   * Gives a directory to the user that this way runs as; PostgreSQL insists on owning its data.
   *
   * @throws IOException when the owner cannot be changed
   */
  public void own(Path directory) throws IOException {
    if (this == PRESENT_USER) {
      return;
    }
    int owner = this == NOBODY ? NOBODY_ID : 0;
    if ((int) Files.getAttribute(directory, "unix:uid") != owner
        && !succeeds(List.of("chown", "-R", owner + ":" + owner, directory.toString()))) {
      throw new IOException("cannot give %s to user %d".formatted(directory, owner));
    }
  }

  private static boolean succeeds(List<String> command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      // The program is not installed.
      return false;
    }
  }
}
