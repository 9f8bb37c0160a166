package io.plumbline.reward.rest.framework;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.reward.failure.InvalidFieldException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * vLLM's score API: {@code text_1} is the principle, one for all or one for each of {@code text_2},
 * and the prompt for models that read one.
 *
 * <p>Source: vLLM, {@code vllm/entrypoints/pooling/score/protocol.py}; {@code usage} is left out.
 */
@Path("/")
public class VllmScoreResource {
  private final PlainScorer scorer;

  VllmScoreResource(PlainScorer scorer) {
    this.scorer = scorer;
  }

  /** One text or a list of them on each side. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ScoreRequest(
      String model,
      @JsonProperty("text_1") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> principles,
      @JsonProperty("text_2") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> texts) {

    /** The numbers of the texts that go with each principle. */
    Map<String, List<Integer>> byPrinciple() {
      if (principles == null || texts == null) {
        throw new InvalidFieldException(
            principles == null ? "text_1" : "text_2", "is absent: give a text or a list of texts");
      }
      if (principles.size() != 1 && principles.size() != texts.size()) {
        throw new InvalidFieldException(
            "text_1",
            "has %d texts for %d in text_2: give one, or as many"
                .formatted(principles.size(), texts.size()));
      }
      Map<String, List<Integer>> numbers = new LinkedHashMap<>();
      for (int number = 0; number < texts.size(); number++) {
        String principle = principles.get(principles.size() == 1 ? 0 : number);
        numbers.computeIfAbsent(principle, absent -> new ArrayList<>()).add(number);
      }
      return numbers;
    }
  }

  /** One score. */
  public record ScoreData(int index, String object, double score) {}

  /** vLLM's list of scores. */
  public record ScoreResponse(
      String id, String object, long created, String model, List<ScoreData> data) {}

  @POST
  @Path("score")
  @Operation(summary = "vLLM's score API")
  public Uni<ScoreResponse> score(ScoreRequest body) {
    return answer(body);
  }

  @POST
  @Path("v1/score")
  @Operation(summary = "vLLM's score API")
  public Uni<ScoreResponse> versionedScore(ScoreRequest body) {
    return answer(body);
  }

  private Uni<ScoreResponse> answer(ScoreRequest body) {
    return Multi.createFrom()
        .deferred(() -> Multi.createFrom().iterable(body.byPrinciple().entrySet()))
        .onItem()
        .transformToUniAndConcatenate(group -> scored(body, group.getKey(), group.getValue()))
        .collect()
        .asList()
        .map(VllmScoreResource::answer);
  }

  private Uni<Map.Entry<String, List<ScoreData>>> scored(
      ScoreRequest body, String principle, List<Integer> numbers) {
    return scorer
        .score(
            body.model() == null ? "" : body.model(),
            principle,
            Collections.nCopies(numbers.size(), principle),
            numbers.stream().map(body.texts()::get).toList(),
            "text_2")
        .map(
            scores -> {
              List<ScoreData> data = new ArrayList<>();
              for (int i = 0; i < numbers.size(); i++) {
                data.add(new ScoreData(numbers.get(i), "score", scores.values().get(i)));
              }
              return Map.entry(scores.model(), data);
            });
  }

  private static ScoreResponse answer(List<Map.Entry<String, List<ScoreData>>> groups) {
    if (groups.isEmpty()) {
      throw new InvalidFieldException("text_2", "is empty: give at least one text");
    }
    List<ScoreData> data =
        groups.stream()
            .flatMap(group -> group.getValue().stream())
            .sorted((left, right) -> Integer.compare(left.index(), right.index()))
            .toList();
    return new ScoreResponse(
        "score-" + UUID.randomUUID(),
        "list",
        Instant.now().getEpochSecond(),
        groups.get(0).getKey(),
        data);
  }
}
