package io.plumbline.cli.objectives;

import picocli.CommandLine.Command;

/** The group of {@code plumbline objectives} commands. */
@Command(
    name = "objectives",
    description = "Training objectives: lists them, and checks them against reference values.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ObjectivesListCommand.class, ObjectivesCheckCommand.class})
public final class ObjectivesCommand {}
