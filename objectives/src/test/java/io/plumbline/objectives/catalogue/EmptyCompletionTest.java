package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Level;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A completion without tokens: refused by row where it would be averaged, a zero sum elsewhere. */
class EmptyCompletionTest {
  private static final int EMPTY = 1;

  static List<CatalogueEntry> averaging() {
    return readingTokens().filter(entry -> AVERAGING.contains(entry.name())).toList();
  }

  static List<CatalogueEntry> summing() {
    return readingTokens().filter(entry -> !AVERAGING.contains(entry.name())).toList();
  }

  /** Those whose equation has a mean over the tokens of a completion. */
  private static final Set<String> AVERAGING =
      Set.of(
          "ipo-averaged",
          "ln-dpo",
          "simpo",
          "simpo-ratio",
          "alphapo",
          "orpo",
          "orpo-per-completion",
          "orpo-odds-ratio",
          "pro",
          "sami",
          "re-simpo",
          "poft");

  private static Stream<CatalogueEntry> readingTokens() {
    return Catalogue.standard().entries().stream()
        .filter(
            entry -> entry.create().signature().differentiable().contains(Channel.POLICY_LOGPS));
  }

  @ParameterizedTest
  @MethodSource("averaging")
  void isRefusedByRowWhereItWouldBeAveraged(CatalogueEntry entry) {
    Batch batch = withLength(entry, new RandomBatches(entry, 21).exactly(3, 4, 0.7), 0);
    Objective objective = entry.create();

    assertThatThrownBy(() -> objective.evaluate(batch, ObjectiveState.EMPTY))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessageContaining("sequence " + EMPTY)
        .hasMessageContaining("drop the row");
  }

  @ParameterizedTest
  @MethodSource("summing")
  void countsAsOneCertainTokenElsewhere(CatalogueEntry entry) {
    Batch given = new RandomBatches(entry, 22).exactly(3, 4, 0.7);
    Objective objective = entry.create();

    Evaluation empty = objective.evaluate(withLength(entry, given, 0), ObjectiveState.EMPTY);

    assertThat(empty.loss()).isFinite();
    if (entry.invariances().contains(Invariance.CERTAIN_TOKEN)) {
      Evaluation certain = objective.evaluate(withLength(entry, given, 1), ObjectiveState.EMPTY);
      assertThat(empty.loss())
          .isCloseTo(certain.loss(), within(1e-12 * Math.max(1, Math.abs(certain.loss()))));
    }
  }

  private static List<Channel> channels(CatalogueEntry entry) {
    return new Transformation(entry.create().signature(), new Random(0)).channels();
  }

  /** The batch with sequence {@value #EMPTY} cut to {@code length} tokens of probability one. */
  private static Batch withLength(CatalogueEntry entry, Batch batch, int length) {
    BatchShape shape = batch.shape();
    int[] lengths = new int[shape.sequences()];
    Arrays.setAll(lengths, s -> s == EMPTY ? length : shape.length(s));
    int[] counts = new int[shape.examples()];
    Arrays.setAll(counts, shape::sequenceCount);
    Batch result = Batch.of(BatchShape.of(shape.layout(), counts, lengths));
    for (Channel channel : channels(entry)) {
      double[] values = batch.values(channel);
      if (channel.level() != Level.TOKEN) {
        result = result.with(channel, values);
        continue;
      }
      double[] cut = new double[result.shape().tokens()];
      for (int s = 0; s < lengths.length; s++) {
        if (s != EMPTY) {
          System.arraycopy(
              values, shape.firstToken(s), cut, result.shape().firstToken(s), lengths[s]);
        } else if (channel.equals(Channel.TOKEN_WEIGHTS) && length > 0) {
          cut[result.shape().firstToken(s)] = 1;
        }
      }
      result = result.with(channel, cut);
    }
    return result;
  }
}
