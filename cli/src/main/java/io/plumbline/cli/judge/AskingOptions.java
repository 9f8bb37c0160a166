package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.replay.BatchRequestFormat;
import io.plumbline.judgment.replay.Replay;
import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.judgment.reply.JudgeRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who answers a command's requests: judge-service, a null model, or files. */
public final class AskingOptions {
  private static final String NULL = "null:";

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description =
          "Asks judge-service: chat:NAME or reward:NAME; or null:uniform|first|coin. Given three"
              + " times or more, an odd number, to compare: the majority of all (a jury).")
  private List<String> judges = List.of();

  @Mixin private SamplingOptions sampling;

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

  // A batch of requests holds each key once; the same question needs one answer.
  private final Map<String, JudgeRequest> missing = new LinkedHashMap<>();
  private int asked;
  private int waiting;

  /** Whether judge-service is asked. */
  boolean asksService() {
    return !judges.isEmpty() && !isNull();
  }

  private boolean isNull() {
    if (judges.size() > 1 && judges.stream().anyMatch(judge -> judge.startsWith(NULL))) {
      throw new UsageException("--judge null:NAME sits in no jury; name it alone");
    }
    return judges.size() == 1 && judges.get(0).startsWith(NULL);
  }

  /** The one judge that is asked, with the options on sampling. */
  JudgeSpec.Builder judge() {
    if (judges.size() > 1) {
      throw new UsageException("--judge is given %d times; name one".formatted(judges.size()));
    }
    return judge(judges.get(0)).setName("judge");
  }

  /**
   * The judge that is asked, or the jury where several are named.
   *
   * @param way how each of them is asked
   */
  JudgeSpec judge(Consumer<JudgeSpec.Builder> way) {
    List<JudgeSpec> each = new ArrayList<>();
    for (String name : judges) {
      JudgeSpec.Builder one = judge(name);
      way.accept(one);
      each.add(one.build());
    }
    return each.size() == 1
        ? each.get(0).toBuilder().setName("judge").build()
        : JudgeSpec.newBuilder().setName("jury").addAllJury(each).build();
  }

  private JudgeSpec.Builder judge(String name) {
    JudgeSpec.Builder spec = JudgeSpec.newBuilder().setName(name).setModel(name);
    sampling.addTo(spec);
    return spec;
  }

  /** A connection to judge-service, which its user closes. */
  Evaluator evaluator() {
    return new Evaluator(service.connect(ServiceKind.JUDGE));
  }

  VerdictSource source() {
    return isNull() ? VerdictSource.PROBABILITIES_OR_TEXT : source;
  }

  /** Answers programs as far as the answers reach. */
  Asker asker() {
    sampling.requireForFiles();
    if (isNull()) {
      String judge = judges.get(0);
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
        ((Replay.Outcome.Waiting<V>) outcome)
            .requests()
            .forEach(request -> missing.put(RequestKey.of(request), request));
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
      BatchRequestFormat format =
          new BatchRequestFormat(model, sampling.temperature(), sampling.maximumTokens());
      try (BufferedWriter writer = Files.newBufferedWriter(requests)) {
        for (JudgeRequest request : missing.values()) {
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
