package io.plumbline.judge.synthesis;

import io.plumbline.judge.judging.ChatAsking;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judgment.synthesis.Turn;
import java.util.Optional;

/** The models of one synthesis. */
record Cast(ChatAsking generator, ChatAsking reviewer, Judge judge, Optional<Judge> verifier) {

  ChatAsking writer(Turn.Writer writer) {
    return switch (writer) {
      case GENERATOR -> generator;
      case REVIEWER -> reviewer;
    };
  }

  Judge bench(Turn.Bench bench) {
    return switch (bench) {
      case JUDGE -> judge;
      case VERIFIER -> verifier.orElseThrow();
    };
  }
}
