package io.plumbline.reward.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The stub's contents. A text's vector is (3, 4, 0, 0). Its reward is the number of its words
 * "good", "is" and "cat" minus that of "bad", "no", "not" and "zx"; model {@code squashed} gives
 * the sigmoid whatever is asked, {@code reversed} the negative, {@code constant} always 0.3, {@code
 * two} a number 9 before the reward, {@code tokens} a row for each of three tokens.
 */
final class StubAnswers {
  private StubAnswers() {}

  static String of(String path, JsonNode body, Reply reply) {
    List<String> results = new ArrayList<>();
    List<String> texts = texts(body);
    int given = reply == Reply.FEW ? texts.size() - 1 : texts.size();
    for (int i = 0; i < given; i++) {
      results.add(
          path.endsWith("/embeddings")
              ? "{\"index\":%d,\"embedding\":%s}".formatted(i, vector(reply))
              : "{\"index\":%d,\"%s\":%s}"
                  .formatted(
                      i,
                      path.equals("/classify") ? "probs" : "data",
                      reward(body, texts.get(i), reply)));
    }
    return "{\"object\":\"list\",\"data\":[%s]}".formatted(String.join(",", results));
  }

  private static String vector(Reply reply) {
    return switch (reply) {
      case NAN -> "[3,NaN,0,0]";
      case SHORT -> "[3,4,0]";
      default -> "[3,4,0,0]";
    };
  }

  private static String reward(JsonNode body, String text, Reply reply) {
    double raw = words(text);
    boolean activated = body.path("use_activation").asBoolean(true);
    double sigmoid = 1 / (1 + Math.exp(-raw));
    String model = body.path("model").asText();
    double reward =
        switch (model) {
          case "squashed" -> sigmoid;
          case "reversed" -> activated ? 1 - sigmoid : -raw;
          case "constant" -> 0.3;
          default -> activated ? sigmoid : raw;
        };
    if (reply == Reply.NAN) {
      return "[NaN]";
    }
    return switch (reply == Reply.SHORT ? "short" : model) {
      case "short" -> "[]";
      case "two" -> "[9,%s]".formatted(reward);
      case "tokens" -> "[[7],[8],[%s]]".formatted(reward);
      default -> "[%s]".formatted(reward);
    };
  }

  private static long words(String text) {
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+"));
    long better = words.stream().filter(List.of("good", "is", "cat")::contains).count();
    return better - words.stream().filter(List.of("bad", "no", "not", "zx")::contains).count();
  }

  private static List<String> texts(JsonNode body) {
    if (body.has("messages")) {
      JsonNode messages = body.get("messages");
      return List.of(messages.get(messages.size() - 1).get("content").asText());
    }
    return IntStream.range(0, body.path("input").size())
        .mapToObj(i -> body.path("input").get(i).asText())
        .collect(Collectors.toList());
  }
}
