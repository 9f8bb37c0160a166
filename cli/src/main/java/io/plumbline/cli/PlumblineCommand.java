package io.plumbline.cli;

import io.plumbline.cli.agreement.AgreementCommand;
import io.plumbline.cli.demo.DemoCommand;
import io.plumbline.cli.failure.OneLineErrors;
import io.plumbline.cli.images.ImagesCommand;
import io.plumbline.cli.judge.JudgeCommand;
import io.plumbline.cli.leaderboard.LeaderboardCommand;
import io.plumbline.cli.measure.MeasureCommand;
import io.plumbline.cli.methods.MethodsCommand;
import io.plumbline.cli.models.ModelsCommand;
import io.plumbline.cli.nativeimage.NativeCommand;
import io.plumbline.cli.objectives.ObjectivesCommand;
import io.plumbline.cli.proof.BlackBoxCommand;
import io.plumbline.cli.reward.RewardCommand;
import io.plumbline.cli.suite.DownCommand;
import io.plumbline.cli.suite.StatusCommand;
import io.plumbline.cli.suite.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code plumbline}: launcher of the embedded suite, client of the services, and the
 * pure functions at the prompt.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 bad usage or input.
 */
@Command(
    name = "plumbline",
    description = "Aligns language models with preferences: judge, reward and training services.",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      DemoCommand.class,
      JudgeCommand.class,
      RewardCommand.class,
      MethodsCommand.class,
      LeaderboardCommand.class,
      AgreementCommand.class,
      MeasureCommand.class,
      ObjectivesCommand.class,
      ModelsCommand.class,
      ImagesCommand.class,
      BlackBoxCommand.class,
      NativeCommand.class
    })
public final class PlumblineCommand {
  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line with the conventions that all subcommands share. */
  public static CommandLine commandLine() {
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new PlumblineCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}
