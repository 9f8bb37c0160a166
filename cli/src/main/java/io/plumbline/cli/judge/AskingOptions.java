package io.plumbline.cli.judge;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.replay.BatchRequestFormat;
import io.plumbline.judgment.replay.Replay;
import io.plumbline.judgment.reply.JudgeRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who answers a command's requests: judge-service, a null model, or files. */
public final class AskingOptions {
  private static final String NULL = "null:";

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description = "Asks judge-service: chat:NAME or reward:NAME; or null:uniform|first|coin.")
  private String judge = "";

  @Mixin private ServiceOptions service;

  @Option(names = "--answers", paramLabel = "FILE", description = "Recorded answers, jsonl.")
  private List<Path> answers = List.of();

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      description = "Where to write what is missing.")
  private Path requests;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model name in the requests; default ${DEFAULT-VALUE}.")
  private String model = "judge";

  @Option(
      names = "--verdict",
      paramLabel = "SOURCE",
      description = "What decides in files: ${COMPLETION-CANDIDATES}; default text.")
  private VerdictSource source = VerdictSource.TEXT;

  private final List<JudgeRequest> missing = new ArrayList<>();
  private int asked;
  private int waiting;

  /** Whether judge-service is asked. */
  boolean asksService() {
    return !judge.isEmpty() && !judge.startsWith(NULL);
  }

  String judge() {
    return judge;
  }

  /** A connection to judge-service, which its user closes. */
  Evaluator evaluator() {
    return new Evaluator(service.connect(ServiceKind.JUDGE));
  }

  VerdictSource source() {
    return judge.startsWith(NULL) ? VerdictSource.PROBABILITIES_OR_TEXT : source;
  }

  /** Answers programs as far as the answers reach. */
  Asker asker() {
    if (judge.startsWith(NULL)) {
      NullModel known =
          NullModel.named(judge.substring(NULL.length()))
              .orElseThrow(() -> new UsageException("--judge '" + judge + "' is no null model"));
      return new Asker() {
        @Override
        public <V> Optional<V> answered(Step<V> program) {
          return Optional.of(Steps.answered(program, known::answer));
        }
      };
    }
    Replay replay = AnswerFiles.read(answers);
    return new Asker() {
      @Override
      public <V> Optional<V> answered(Step<V> program) {
        asked++;
        Replay.Outcome<V> outcome = replay.drive(program);
        if (outcome instanceof Replay.Outcome.Finished<V> finished) {
          return Optional.of(finished.value());
        }
        waiting++;
        missing.addAll(((Replay.Outcome.Waiting<V>) outcome).requests());
        return Optional.empty();
      }
    };
  }

  /** Answers a program, or nothing where answers are missing. */
  interface Asker {
    <V> Optional<V> answered(Step<V> program);
  }

  /**
   * Writes the requests without answers; empty where there are none, else what to say of them.
   *
   * @param what was asked about, such as {@code comparisons}
   */
  Optional<String> writeMissing(String what) throws IOException {
    if (requests != null) {
      BatchRequestFormat format = new BatchRequestFormat(model);
      try (BufferedWriter writer = Files.newBufferedWriter(requests)) {
        for (JudgeRequest request : missing) {
          writer.write(format.write(request).toString());
          writer.write('\n');
        }
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "plumbline: %d of %d %s wait for %d answers%s"
                .formatted(
                    waiting,
                    asked,
                    what,
                    missing.size(),
                    requests == null ? "; name --requests to write them down" : ""));
  }
}
