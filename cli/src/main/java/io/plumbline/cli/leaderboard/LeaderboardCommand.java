package io.plumbline.cli.leaderboard;

import picocli.CommandLine.Command;

/** {@code plumbline leaderboard}: one subcommand per kind of leaderboard. */
@Command(
    name = "leaderboard",
    description = {
      "Leaderboards from raw annotations: the published number, or a corrected one. list, show and",
      "publish ask judge-service, which keeps leaderboards."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "KIND",
    subcommands = {
      AlpacaEvalCommand.class,
      ArenaHardCommand.class,
      PairwiseCommand.class,
      LeaderboardListCommand.class,
      LeaderboardShowCommand.class,
      LeaderboardPublishCommand.class
    })
public final class LeaderboardCommand {}
