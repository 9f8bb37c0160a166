package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.cli.output.ProgressBar;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores of any number of texts, asked for in batches.
 *
 * @param model the version that answered
 * @param scores in the order of the texts
 */
record BatchedScores(String model, String digest, List<Score> scores) {
  private static final int BATCH = 128;

  static BatchedScores of(RewardClient client, ScoreRequest request, List<String> texts) {
    List<Score> scores = new ArrayList<>();
    String model = request.getModel();
    String digest = "";
    try (ProgressBar bar = ProgressBar.onStandardError()) {
      for (int from = 0; from < texts.size(); from += BATCH) {
        int to = Math.min(texts.size(), from + BATCH);
        // The version that answered first answers all: an alias may move meanwhile.
        ScoreRequest.Builder batch = request.toBuilder().setModel(model);
        for (int number = from; number < to; number++) {
          batch.addCompletions(
              Completion.newBuilder()
                  .setId(Integer.toString(number))
                  .addParts(PairRequests.part(texts.get(number))));
        }
        ScoreResponse response = client.score(batch.build());
        model = response.getModel();
        digest = response.getModelDigest();
        scores.addAll(response.getScoresList());
        bar.update("score", to, texts.size(), "texts", "");
      }
    }
    return new BatchedScores(model, digest, scores);
  }
}
