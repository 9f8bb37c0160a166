package io.plumbline.cli.judge;

import picocli.CommandLine.Command;

/** The group of {@code plumbline judge} commands. */
@Command(
    name = "judge",
    description = "Judgments: asks judges, reads what they wrote, audits them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      JudgeReadCommand.class,
      JudgeProtocolsCommand.class,
      JudgeCompareCommand.class,
      JudgeSelectCommand.class,
      JudgeRateCommand.class,
      JudgeRankCommand.class,
      JudgeSynthesizeCommand.class,
      JudgeAuditCommand.class,
      JudgeFitTemperatureCommand.class
    })
public final class JudgeCommand {}
