package io.plumbline.reward.rest.framework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.reward.failure.InvalidFieldException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Cohere-style reranking: documents by reward, best first, {@code query} being the principle, and
 * the prompt for models that read one.
 *
 * <p>Source: Cohere's rerank API as vLLM and Jina serve it.
 */
@Path("/")
public class RerankResource {
  private final PlainScorer scorer;

  RerankResource(PlainScorer scorer) {
    this.scorer = scorer;
  }

  /**
   * @param topN how many results; absent or 0 for all
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record RerankRequest(
      String model, String query, List<String> documents, @JsonProperty("top_n") int topN) {}

  /** One document with its reward. */
  public record RerankResult(
      int index, RerankDocument document, @JsonProperty("relevance_score") double relevanceScore) {}

  /** What was ranked. */
  public record RerankDocument(String text) {}

  /** Results, best first. */
  public record RerankResponse(String id, String model, List<RerankResult> results) {}

  @POST
  @Path("rerank")
  @Operation(summary = "Cohere-style reranking by reward")
  public Uni<RerankResponse> rerank(RerankRequest body) {
    return answer(body);
  }

  @POST
  @Path("v1/rerank")
  @Operation(summary = "Cohere-style reranking by reward")
  public Uni<RerankResponse> versionedRerank(RerankRequest body) {
    return answer(body);
  }

  private Uni<RerankResponse> answer(RerankRequest body) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (body.documents() == null) {
                throw new InvalidFieldException("documents", "is absent: give a list of texts");
              }
              if (body.topN() < 0) {
                throw new InvalidFieldException(
                    "top_n", "is " + body.topN() + ": give how many results, or 0 for all");
              }
              String query = body.query() == null ? "" : body.query();
              return scorer.score(
                  body.model() == null ? "" : body.model(),
                  query,
                  Collections.nCopies(body.documents().size(), query),
                  body.documents(),
                  "documents");
            })
        .map(scores -> answer(body, scores));
  }

  private static RerankResponse answer(RerankRequest body, PlainScores scores) {
    List<RerankResult> results = new ArrayList<>();
    for (int index = 0; index < scores.values().size(); index++) {
      results.add(
          new RerankResult(
              index, new RerankDocument(body.documents().get(index)), scores.values().get(index)));
    }
    results.sort(Comparator.comparingDouble(RerankResult::relevanceScore).reversed());
    int shown = body.topN() == 0 ? results.size() : Math.min(body.topN(), results.size());
    return new RerankResponse(
        "rerank-" + UUID.randomUUID(), scores.model(), results.subList(0, shown));
  }
}
