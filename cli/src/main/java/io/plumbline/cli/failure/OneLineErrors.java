package io.plumbline.cli.failure;

import io.plumbline.models.reference.ModelException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Prints every error as one line on standard error and chooses the exit code: 2 for bad usage or
 * input, 1 for all else. {@code PLUMBLINE_TRACE=1} adds the stack trace.
 */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;
  // How Linux says it, be it to Java or to PostgreSQL.
  private static final String DISK_FULL = "No space left on device";

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    report(command, oneLine(exception.getMessage()) + " (see " + help + ")", exception);
    return BAD_USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    Throwable cause = exception instanceof UncheckedIOException io ? io.getCause() : exception;
    String message = describe(cause);
    if (message.contains(DISK_FULL)) {
      report(command, message + "; make room there or choose another directory", cause);
      return BAD_USAGE;
    }
    report(command, message, cause);
    return cause instanceof UsageException || cause instanceof ModelException ? BAD_USAGE : FAILED;
  }

  private static void report(CommandLine command, String message, Throwable cause) {
    PrintWriter err = command.getErr();
    err.println("plumbline: " + message);
    if ("1".equals(System.getenv("PLUMBLINE_TRACE"))) {
      cause.printStackTrace(err);
    }
    err.flush();
  }

  private static String describe(Throwable cause) {
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName() + " (PLUMBLINE_TRACE=1 shows where)";
    }
    return oneLine(message);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
