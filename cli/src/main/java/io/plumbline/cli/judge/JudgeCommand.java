package io.plumbline.cli.judge;

import picocli.CommandLine.Command;

/** The group of {@code plumbline judge} commands. */
@Command(
    name = "judge",
    description = "Judgments: reads what judges wrote.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = JudgeReadCommand.class)
public final class JudgeCommand {}
