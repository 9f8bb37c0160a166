package io.plumbline.cli.objectives;

import picocli.CommandLine.Command;

/** The group of {@code plumbline objectives} commands. */
@Command(
    name = "objectives",
    description = {
      "Training objectives: lists them, checks them against reference values, and serves them to",
      "engines that train elsewhere."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ObjectivesListCommand.class,
      ObjectivesCheckCommand.class,
      ObjectivesServeCommand.class
    })
public final class ObjectivesCommand {}
