package io.plumbline.cli.leaderboard;

import io.plumbline.cli.input.TextFile;
import io.plumbline.statistics.leaderboard.alpacaeval.GamedBaselines;
import io.plumbline.statistics.leaderboard.alpacaeval.InstructionDifficulty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The two tables beside AlpacaEval's annotations that its length-controlled fit uses.
 *
 * @param gamed null where the file is absent
 * @param difficulty null where the file is absent
 */
record AlpacaEvalTables(GamedBaselines gamed, InstructionDifficulty difficulty) {

  /**
   * Reads the named files, or looks for them beside the annotations, one folder up, in an {@code
   * alpaca_eval} folder of either, in the working directory, and among the data beside a clone.
   */
  static AlpacaEvalTables find(List<Path> annotations, Path gamedFile, Path difficultyFile) {
    Set<Path> folders = folders(annotations);
    Path gamed = gamedFile == null ? first(folders, "df_gamed.csv") : gamedFile;
    Path difficulty =
        difficultyFile == null ? first(folders, "instruction_difficulty.csv") : difficultyFile;
    GamedBaselines gamedBaselines =
        gamed == null ? null : TextFile.read(gamed, GamedBaselines::read);
    InstructionDifficulty difficulties =
        difficulty == null ? null : TextFile.read(difficulty, InstructionDifficulty::read);
    return new AlpacaEvalTables(
        gamedBaselines,
        difficulties == null && gamedBaselines != null
            ? gamedBaselines.difficulties()
            : difficulties);
  }

  private static Set<Path> folders(List<Path> annotations) {
    List<Path> near = new ArrayList<>();
    for (Path file : annotations) {
      Path folder = file.toAbsolutePath().normalize().getParent();
      if (folder != null) {
        near.add(folder);
        if (folder.getParent() != null) {
          near.add(folder.getParent());
        }
      }
    }
    Path here = Path.of("").toAbsolutePath();
    near.add(here);
    near.add(here.resolveSibling("shared/data"));
    Set<Path> folders = new LinkedHashSet<>();
    for (Path folder : near) {
      folders.add(folder);
      folders.add(folder.resolve("alpaca_eval"));
    }
    return folders;
  }

  private static Path first(Set<Path> folders, String name) {
    for (Path folder : folders) {
      for (String suffix : List.of("", ".gz")) {
        Path file = folder.resolve(name + suffix);
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return null;
  }
}
