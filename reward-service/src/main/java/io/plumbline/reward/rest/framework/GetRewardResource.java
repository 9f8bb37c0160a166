package io.plumbline.reward.rest.framework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.reward.failure.InvalidFieldException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * OpenRLHF's remote reward model: {@code --remote_rm_url
 * http://HOST:PORT/get_reward?model=NAME&principle=…}.
 *
 * <p>Source: OpenRLHF, {@code openrlhf/cli/serve_rm.py}.
 */
@Path("/get_reward")
public class GetRewardResource {
  private final PlainScorer scorer;

  GetRewardResource(PlainScorer scorer) {
    this.scorer = scorer;
  }

  /**
   * @param query prompts with their completions
   * @param prompts the prompts alone, in the same order, or none; what a query begins with of its
   *     prompt is not scored; models of other servers read it as the prompt
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record GetRewardRequest(List<String> query, List<String> prompts) {

    List<String> completions() {
      if (query == null) {
        throw new InvalidFieldException("query", "is absent: give a list of texts");
      }
      if (prompts == null || prompts.isEmpty()) {
        return query;
      }
      if (prompts.size() != query.size()) {
        throw new InvalidFieldException(
            "prompts",
            "has %d prompts for %d queries: give one each".formatted(prompts.size(), query.size()));
      }
      return IntStream.range(0, query.size())
          .mapToObj(i -> completion(query.get(i), prompts.get(i)))
          .toList();
    }

    List<String> promptsOrNone() {
      return prompts == null || prompts.isEmpty() ? Collections.nCopies(query.size(), "") : prompts;
    }

    private static String completion(String query, String prompt) {
      return query.startsWith(prompt) ? query.substring(prompt.length()) : query;
    }
  }

  /**
   * @param rewards one per query
   * @param scores the same, by which OpenRLHF filters prompts
   */
  public record GetRewardResponse(
      List<Double> rewards,
      List<Double> scores,
      @JsonProperty("extra_logs") Map<String, List<Double>> extraLogs) {}

  @POST
  @Operation(summary = "OpenRLHF's remote reward model")
  public Uni<GetRewardResponse> getReward(
      @RestQuery @DefaultValue("") String model,
      @RestQuery @DefaultValue("") String principle,
      GetRewardRequest body) {
    return Uni.createFrom()
        .deferred(
            () -> {
              List<String> completions = body.completions();
              return scorer.score(model, principle, body.promptsOrNone(), completions, "query");
            })
        .map(scores -> new GetRewardResponse(scores.values(), scores.values(), Map.of()));
  }
}
