package io.plumbline.worker.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.testing.Stories;
import io.plumbline.worker.text.TextTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final List<String> PROMPTS =
      List.of("Once upon a time, there was a dog", "Lily", "One day, a small bird sat in the");

  private static final Lanes LANES = new Lanes(2);

  private static Decoder decoder;
  private static TextTokenizer tokenizer;

  @BeforeAll
  static void load() {
    decoder = Decoder.load(Stories.directory());
    tokenizer = TextTokenizer.open(Stories.directory());
  }

  @AfterAll
  static void close() {
    if (tokenizer != null) {
      tokenizer.close();
    }
    LANES.close();
  }

  private static List<SampledCompletion> sample(int batch, SamplingOptions options, long done) {
    List<SampledCompletion> all = new ArrayList<>();
    new Sampler(decoder, tokenizer, LANES, batch)
        .sample(PROMPTS, options, done, all::addAll, rows -> {}, () -> false);
    return all;
  }

  @Test
  void continuesAsTransformersDoesGreedily() {
    List<SampledCompletion> sampled = sample(8, new SamplingOptions(1, 60, 0, 1, 0), 0);

    // transformers 5.18.0, generate(max_new_tokens=60, do_sample=False) on the imported directory.
    assertThat(sampled.get(0).text())
        .isEqualTo(
            " named Max. Max was a good dog, but he was always hungry. One day, Max's owner took him"
                + " to the park to play. Max was so happy to be outside and play with other dogs.\n"
                + "While Max was playing, he saw a squirrel. Max wanted");
    assertThat(sampled.get(0).tokens()).isEqualTo(60);
    assertThat(sampled.get(0).ended()).isFalse();
  }

  @Test
  void givesEachRowTheSameInAnyBatch() {
    SamplingOptions options = new SamplingOptions(1, 40, 0, 1, 0);

    assertThat(sample(3, options, 0)).isEqualTo(sample(1, options, 0));
  }

  @Test
  void repeatsItselfForASeedAndDiffersForAnother() {
    SamplingOptions options = new SamplingOptions(2, 20, 1, 0.95, 7);

    List<SampledCompletion> first = sample(4, options, 0);

    assertThat(first).hasSize(6).isEqualTo(sample(4, options, 0));
    assertThat(first).isNotEqualTo(sample(4, new SamplingOptions(2, 20, 1, 0.95, 8), 0));
    assertThat(first.get(0).text()).isNotEqualTo(first.get(1).text());
  }

  @Test
  void goesOnAfterTheRowsThatAreDelivered() {
    SamplingOptions options = new SamplingOptions(2, 20, 1, 0.95, 7);

    assertThat(sample(4, options, 3)).isEqualTo(sample(4, options, 0).subList(3, 6));
  }

  @Test
  void tellsHowFarItIs() {
    List<Long> told = new ArrayList<>();

    new Sampler(decoder, tokenizer, LANES, 4)
        .sample(PROMPTS, new SamplingOptions(1, 8, 0, 1, 0), 0, rows -> {}, told::add, () -> false);

    assertThat(told).isSorted().hasSizeGreaterThan(3).endsWith(3L);
  }

  @Test
  void endsAtAStopTokenOrTheContext() {
    List<SampledCompletion> sampled = sample(3, new SamplingOptions(1, 400, 0, 1, 0), 0);

    assertThat(sampled)
        .allSatisfy(
            completion ->
                assertThat(completion.ended() || completion.tokens() > 240)
                    .as("ended: %s, tokens: %s", completion.ended(), completion.tokens())
                    .isTrue());
  }

  @Test
  void refusesAPromptThatFillsTheContext() {
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(
            () ->
                new Sampler(decoder, tokenizer, LANES, 4)
                    .sample(
                        List.of("dog ".repeat(300)),
                        new SamplingOptions(1, 10, 1, 1, 0),
                        0,
                        rows -> {},
                        rows -> {},
                        () -> false))
        .withMessageContaining("the model's context is 256");
  }
}
