package io.plumbline.reward.rest;

import io.plumbline.reward.score.Scorer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The REST door to scores. */
@Path("/v1alpha1/score")
public class ScoreResource {
  private final Scorer scorer;

  ScoreResource(Scorer scorer) {
    this.scorer = scorer;
  }

  @POST
  @Operation(summary = "Scores completions; the answer keeps the order of the request")
  public Uni<ScoreAnswer> score(ScoreBody body) {
    return Uni.createFrom().deferred(() -> scorer.score(body.scoring())).map(ScoreAnswer::of);
  }
}
