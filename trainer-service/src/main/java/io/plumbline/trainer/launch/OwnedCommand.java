package io.plumbline.trainer.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps a command so that it cannot outlive the process that started it: a shell holds the read end
 * of a pipe from the starter, and when the pipe breaks, even by a kill -9, it ends the command.
 */
final class OwnedCommand {
  private static final String SHELL_SCRIPT =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      worker=$!
      (
        read -r ignored <&3
        kill -TERM $worker 2>/dev/null
        sleep 10
        kill -KILL $worker 2>/dev/null
      ) >/dev/null 2>&1 &
      guard=$!
      trap 'kill -TERM $worker 2>/dev/null' TERM INT
      wait $worker
      code=$?
      while kill -0 $worker 2>/dev/null; do
        wait $worker
        code=$?
      done
      kill -KILL $guard 2>/dev/null
      exit $code
      """;

  private OwnedCommand() {}

  static List<String> of(List<String> command) {
    List<String> owned = new ArrayList<>(List.of("/bin/sh", "-c", SHELL_SCRIPT, "plumbline"));
    owned.addAll(command);
    return owned;
  }
}
