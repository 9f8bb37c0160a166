package io.plumbline.judge.synthesis;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.api.v1alpha1.SynthesizeResponse;
import io.plumbline.api.v1alpha1.SynthesizedDraft;
import io.plumbline.api.v1alpha1.SynthesizedPair;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.MaterialCheck;
import io.plumbline.judge.judging.Stopwatch;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.mapping.Costs;
import io.plumbline.judge.mapping.VerdictMapping;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.synthesis.MadePair;
import io.plumbline.judgment.synthesis.Synthesis;
import io.plumbline.judgment.synthesis.SynthesisProgram;
import io.plumbline.judgment.synthesis.SynthesisTask;
import io.plumbline.preference.message.Content;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Writes preference pairs for one prompt. */
@ApplicationScoped
public class Syntheses {
  private final Judges judges;

  Syntheses(Judges judges) {
    this.judges = judges;
  }

  public Uni<SynthesizeResponse> synthesize(SynthesizeRequest request) {
    Stopwatch stopwatch = Stopwatch.started();
    SynthesisProgram program = SynthesisChoice.of(request);
    Cast cast = cast(request);
    Content prompt = prompt(request);
    SynthesisRun run = new SynthesisRun(cast, prompt, request.getMaterialMap());
    SynthesisTask task =
        new SynthesisTask(
            request.getPrompt().getId(),
            prompt,
            request.getGenerator().getPrinciple(),
            request.getJudge().getPrinciple());
    return run.drive(program.begin(task))
        .map(
            synthesis ->
                response(synthesis)
                    .setUsage(Costs.usage(run.promptTokens(), run.completionTokens(), run.cost()))
                    .setLatency(Costs.duration(stopwatch.elapsed()))
                    .putAllModels(run.models())
                    .build());
  }

  private Cast cast(SynthesizeRequest request) {
    Judges.requirePrinciple(request.getGenerator().getPrinciple(), "generator");
    checkMaterial(request.getJudge(), "judge", request);
    Optional<JudgeSpec> verifier =
        request.hasVerifier() ? Optional.of(request.getVerifier()) : Optional.empty();
    verifier.ifPresent(spec -> checkMaterial(spec, "verifier", request));
    return new Cast(
        judges.asking(request.getGenerator(), "generator"),
        judges.asking(
            SynthesisChoice.reviewer(request), request.hasReviewer() ? "reviewer" : "generator"),
        judges.of(request.getJudge(), "judge"),
        verifier.map(spec -> judges.of(spec, "verifier")));
  }

  private static void checkMaterial(JudgeSpec judge, String field, SynthesizeRequest request) {
    MaterialCheck.of(judge, field)
        .check(
            Comparison.newBuilder()
                .setPrompt(request.getPrompt())
                .putAllMaterial(request.getMaterialMap())
                .build(),
            "");
  }

  private static Content prompt(SynthesizeRequest request) {
    Content prompt = ComparisonMapping.prompt(request.getPrompt(), "prompt");
    if (prompt.text().isBlank()) {
      throw new InvalidRequestException("prompt.messages", "must hold a text to answer");
    }
    return prompt;
  }

  private static SynthesizeResponse.Builder response(Synthesis synthesis) {
    List<String> texts = synthesis.drafts().stream().map(draft -> draft.text()).toList();
    SynthesizeResponse.Builder response =
        SynthesizeResponse.newBuilder()
            .setState(VerdictMapping.state(synthesis.state()))
            .setBest(synthesis.best() < 0 ? "" : texts.get(synthesis.best()))
            .setDetail(synthesis.detail());
    synthesis
        .drafts()
        .forEach(
            draft ->
                response.addDrafts(
                    SynthesizedDraft.newBuilder()
                        .setRound(draft.round())
                        .setText(draft.text())
                        .setReview(draft.review())
                        .setInstruction(draft.instruction())));
    synthesis.pairs().forEach(pair -> response.addPairs(pair(pair, texts)));
    return response;
  }

  private static SynthesizedPair pair(MadePair pair, List<String> texts) {
    SynthesizedPair.Builder message =
        SynthesizedPair.newBuilder()
            .setRound(pair.round())
            .setChosen(texts.get(pair.chosen()))
            .setRejected(texts.get(pair.rejected()));
    pair.probability().ifPresent(message::setProbability);
    return message.build();
  }
}
