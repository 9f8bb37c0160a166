package io.plumbline.judge.leaderboard;

/** More leaderboards are asked for than can wait to be computed. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException(Throwable cause) {
    super("too many leaderboards are being computed; ask again later", cause);
  }
}
