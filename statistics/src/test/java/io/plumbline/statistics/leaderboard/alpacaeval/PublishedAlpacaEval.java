package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The published annotations and leaderboard of AlpacaEval 2. */
final class PublishedAlpacaEval {
  private PublishedAlpacaEval() {}

  static List<Path> annotationFiles() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.require("alpaca_eval/annotations"))) {
      return files.sorted().toList();
    }
  }

  static List<Annotation> annotations(String model) throws IOException {
    return annotations(SharedData.require("alpaca_eval/annotations/" + model + ".json.gz"));
  }

  static List<Annotation> annotations(Path file) throws IOException {
    try (BufferedReader reader = open(file)) {
      return AnnotationReader.read(reader, file.getFileName().toString());
    }
  }

  static GamedBaselines gamed() throws IOException {
    try (BufferedReader reader = open(SharedData.require("alpaca_eval/df_gamed.csv.gz"))) {
      return GamedBaselines.read(reader, "df_gamed.csv.gz");
    }
  }

  static InstructionDifficulty difficulty() throws IOException {
    try (BufferedReader reader =
        Files.newBufferedReader(SharedData.require("alpaca_eval/instruction_difficulty.csv"))) {
      return InstructionDifficulty.read(reader, "instruction_difficulty.csv");
    }
  }

  /** Column values by model and column name. */
  static Map<String, Map<String, String>> leaderboard() throws IOException {
    List<String> lines = Files.readAllLines(SharedData.require("alpaca_eval/leaderboard.csv"));
    String[] names = lines.get(0).split(",", -1);
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int column = 1; column < names.length; column++) {
        row.put(names[column], values[column]);
      }
      rows.put(values[0], row);
    }
    return rows;
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
