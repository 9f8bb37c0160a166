package io.plumbline.cli.reward;

import picocli.CommandLine.Command;

/** The group of {@code plumbline reward} commands. */
@Command(
    name = "reward",
    description = "Reward models: trains heads, scores texts, measures models, selects by reward.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RewardTrainCommand.class,
      RewardScoreCommand.class,
      RewardBenchCommand.class,
      RewardSelectCommand.class
    })
public final class RewardCommand {}
