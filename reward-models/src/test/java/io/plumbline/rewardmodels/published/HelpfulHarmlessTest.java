package io.plumbline.rewardmodels.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.rewardmodels.evaluation.PromptSplit;
import io.plumbline.rewardmodels.head.HeadTrainer;
import io.plumbline.rewardmodels.head.LinearHead;
import io.plumbline.rewardmodels.head.LogisticTerms;
import io.plumbline.rewardmodels.head.SparseRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The README of the published data: a hashed-bigram Bradley-Terry model has .623 (harmless) and
 * .624 (helpful) in five-fold accuracy, "longer wins" .443 and .594. Hash, folds and penalty of
 * that model are not stated, so that it is met within two standard errors of 2,300 pairs, 0.02.
 */
class HelpfulHarmlessTest {
  private static final int FOLDS = 5;

  @ParameterizedTest
  @CsvSource({"harmless, .443", "helpful, .594"})
  void findsThatTheLongerOneWinsAsPublished(String name, double published) throws IOException {
    List<HelpfulHarmlessPairs.Pair> pairs = HelpfulHarmlessPairs.read(name);

    long longer =
        pairs.stream().filter(pair -> pair.chosen().length() > pair.rejected().length()).count();

    assertThat((double) longer / pairs.size()).isCloseTo(published, within(0.003));
  }

  @ParameterizedTest
  @CsvSource({"harmless, .623", "helpful, .624"})
  void predictsPeopleAsWellAsThePublishedBigramModel(String name, double published)
      throws IOException {
    List<HelpfulHarmlessPairs.Pair> left = HelpfulHarmlessPairs.read(name);
    int pairs = left.size();
    List<HelpfulHarmlessPairs.Pair> training = new ArrayList<>();
    int right = 0;
    for (int fold = FOLDS; fold >= 1; fold--) {
      // Holding out 1/5 of all, 1/4 of the rest, … cuts five folds without a prompt in two.
      PromptSplit<HelpfulHarmlessPairs.Pair> split =
          fold == 1
              ? new PromptSplit<>(List.of(), left)
              : PromptSplit.of(left, HelpfulHarmlessPairs.Pair::prompt, 1.0 / fold, 17);
      List<HelpfulHarmlessPairs.Pair> others = new ArrayList<>(training);
      others.addAll(split.training());
      right += right(train(others), split.heldOut());
      training.addAll(split.heldOut());
      left = split.training();
    }

    assertThat((double) right / pairs).isCloseTo(published, within(0.02));
  }

  private static LinearHead train(List<HelpfulHarmlessPairs.Pair> pairs) {
    double[] certain = new double[pairs.size()];
    Arrays.fill(certain, 1);
    SparseRows rows = new SparseRows(HashedBigrams.COLUMNS, differences(pairs));
    double[] none = new double[pairs.size()];
    return new HeadTrainer(1e-3)
        .fit(new LogisticTerms(rows, certain, none, certain, pairs.size()))
        .head();
  }

  private static int right(LinearHead head, List<HelpfulHarmlessPairs.Pair> pairs) {
    SparseRows rows = new SparseRows(HashedBigrams.COLUMNS, differences(pairs));
    int right = 0;
    for (int row = 0; row < rows.rows(); row++) {
      right += rows.dot(row, head.weights()) > 0 ? 1 : 0;
    }
    return right;
  }

  private static List<Map<Integer, Double>> differences(List<HelpfulHarmlessPairs.Pair> pairs) {
    return pairs.stream()
        .map(pair -> HashedBigrams.difference(pair.chosen(), pair.rejected()))
        .toList();
  }
}
