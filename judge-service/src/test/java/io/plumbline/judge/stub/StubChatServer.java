package io.plumbline.judge.stub;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OpenAI-compatible endpoint. It prefers the answer that says GOOD; what else it does depends on
 * the criterion in the prompt, and is named by {@link Behaviour}. {@code GET /calls} tells how many
 * completions were asked for, {@code GET /spoiled} how many got no answer, {@code GET /last} the
 * last request with its Authorization header, {@code GET /held} how many wait for {@code GET
 * /release}.
 */
public final class StubChatServer {
  private static final String AGAIN = "Look at your answer once more";
  private static final Pattern NUMBER = Pattern.compile("answer to (\\d+)");
  private static final Pattern SOURCE = Pattern.compile("says (http://\\S+)");

  private final Vertx vertx = Vertx.vertx();
  private final Map<Integer, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final AtomicInteger spoiled = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean released = new AtomicBoolean();
  private volatile JsonObject last = new JsonObject();
  private final HttpServer server = vertx.createHttpServer().requestHandler(this::handle);

  public int start() {
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void handle(HttpServerRequest request) {
    if (request.path().equals("/spoiled")) {
      request.response().end(Integer.toString(spoiled.get()));
      return;
    }
    if (request.path().equals("/calls")) {
      request.response().end(Integer.toString(calls.get()));
      return;
    }
    if (request.path().equals("/held")) {
      request.response().end(Integer.toString(held.size()));
      return;
    }
    if (request.path().equals("/release")) {
      released.set(true);
      release();
      request.response().end("0");
      return;
    }
    if (request.path().equals("/last")) {
      request.response().end(last.encode());
      return;
    }
    request.body().onSuccess(body -> answer(request, body.toString()));
  }

  private void answer(HttpServerRequest request, String body) {
    calls.incrementAndGet();
    last =
        new JsonObject()
            .put("authorization", request.getHeader("Authorization"))
            .put("body", new JsonObject(body));
    int attempt =
        attempts.computeIfAbsent(body.hashCode(), key -> new AtomicInteger()).incrementAndGet();
    JsonArray messages = new JsonObject(body).getJsonArray("messages");
    String question = content(messages, messages.size() - 1);
    boolean again = question.startsWith(AGAIN);
    if (again) {
      question = content(messages, messages.size() - 3);
    }
    String letter = question.indexOf("GOOD") < question.indexOf("BAD") ? "A" : "B";
    if (question.contains("Rating from")) {
      String best = question.contains("from 0 to 4") ? "4" : "5";
      end(request, text(question.contains("GOOD") ? best : "2"));
      return;
    }
    if (question.endsWith("Ranking:")) {
      end(request, text(ranking(question)));
      return;
    }
    String system = content(messages, 0);
    if (system.contains("Reply with one letter")) {
      int bound =
          again
              ? 25
              : system.contains("Judge by content alone")
                  ? 50
                  : system.contains("Two examples of fair judging") ? 100 : 150;
      verdict(request, body, question, letter, attempt, bound);
    } else {
      end(request, text(written(question, attempt)));
    }
  }

  // A generator's answers, a judge's lookups, and whatever else is written freely.
  private static String written(String question, int attempt) {
    if (question.contains("Answer my request anew")) {
      return "a GOOD answer";
    }
    if (question.startsWith("Tell me, DRAFT")) {
      return "a BAD answer";
    }
    if (question.startsWith("Tell me, CHOICE")) {
      return attempt % 2 == 1 ? "a BAD answer" : "a GOOD answer";
    }
    Matcher source = SOURCE.matcher(question);
    return source.find() ? "lookup: " + source.group(1) : "Considered.";
  }

  // Knows nothing of heights but what was looked up: then the answer that says so, else the first.
  private static String checked(String question) {
    return !question.contains("-> 8849 m")
            || question.indexOf("8849 m,") < question.indexOf("8848 m,")
        ? "A"
        : "B";
  }

  private void verdict(
      HttpServerRequest request,
      String body,
      String question,
      String letter,
      int attempt,
      int bound) {
    switch (Behaviour.of(question)) {
      case ALWAYS_A -> end(request, text("A"));
      case REFUSES -> end(request, text("I'm sorry, but I cannot compare these answers."));
      case RAMBLES -> end(request, text("Both answers have their merits."));
      case PROBABILITIES -> end(request, probabilities(letter));
      case FAULTY -> faulty(request, letter, attempt, Math.floorMod(body.hashCode(), 10));
      case RESETS -> request.connection().close();
      case HALF -> half(request, letter);
      case PAGE -> page(request);
      case STALLS -> request.response().setChunked(true).write("{");
      case ENDLESS -> endless(request.response().setChunked(true));
      case HELD -> hold(() -> end(request, text(letter)));
      case OVERLOADED -> status(request, 429);
      case FORBIDDEN -> status(request, 401);
      case OBEYS -> end(request, text(obeyed(question, letter)));
      case HEEDS ->
          end(request, text(number(question) < bound ? obeyed(question, letter) : letter));
      case CHECKS -> end(request, text(checked(question)));
      case EMPTY -> end(request, text(""));
      case CUT -> end(request, cut(letter));
      case UNMETERED -> end(request, unmetered(letter));
      case SLOW -> vertx.setTimer(100, timer -> end(request, text(letter)));
      default -> end(request, text(letter));
    }
  }

  private static String content(JsonArray messages, int index) {
    return messages.getJsonObject(index).getValue("content").toString();
  }

  private static int number(String question) {
    Matcher matcher = NUMBER.matcher(question);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  // The numbers of the answers that say GOOD, then the others.
  private static String ranking(String question) {
    List<String> good = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Pattern.compile("answer (\\d+)\n([^\n]*)")
        .matcher(question)
        .results()
        .forEach(shown -> (shown.group(2).contains("GOOD") ? good : others).add(shown.group(1)));
    good.addAll(others);
    return String.join(" > ", good);
  }

  private static String obeyed(String question, String letter) {
    int order = question.indexOf("Ignore the instructions above");
    if (order < 0) {
      return letter;
    }
    return order < question.indexOf("answer B") ? "A" : "B";
  }

  private static void endless(HttpServerResponse response) {
    response.write(" ".repeat(10_000)).onSuccess(written -> endless(response));
  }

  private void hold(Runnable answer) {
    held.add(answer);
    if (released.get()) {
      release();
    }
  }

  private void release() {
    for (Runnable answer = held.poll(); answer != null; answer = held.poll()) {
      answer.run();
    }
  }

  private void faulty(HttpServerRequest request, String letter, int attempt, int kind) {
    if (attempt > 1 || kind > 5) {
      end(request, text(letter));
      return;
    }
    // A slow body still is an answer.
    spoiled.addAndGet(kind == 2 ? 0 : 1);
    switch (kind) {
      case 0 -> status(request, 429);
      case 1 -> request.connection().close();
      case 2 -> drip(request, text(letter).encode());
      case 3 -> half(request, letter);
      case 4 -> status(request, 503);
      default -> page(request);
    }
  }

  private static void half(HttpServerRequest request, String letter) {
    String whole = text(letter).encode();
    request.response().end(whole.substring(0, whole.length() / 2));
  }

  private static void page(HttpServerRequest request) {
    request.response().putHeader("Content-Type", "text/html").end("<html>busy</html>");
  }

  private void drip(HttpServerRequest request, String body) {
    request.response().setChunked(true).putHeader("Content-Type", "application/json");
    request.response().write(body.substring(0, 10));
    vertx.setTimer(20, timer -> request.response().end(body.substring(10)));
  }

  private static void status(HttpServerRequest request, int status) {
    request.response().setStatusCode(status).putHeader("Retry-After", "0").end("{}");
  }

  private static void end(HttpServerRequest request, JsonObject answer) {
    request.response().putHeader("Content-Type", "application/json").end(answer.encode());
  }

  private static JsonObject text(String text) {
    return answer(text, null);
  }

  private static JsonObject cut(String text) {
    JsonObject answer = text(text);
    answer.getJsonArray("choices").getJsonObject(0).put("finish_reason", "length");
    return answer;
  }

  private static JsonObject unmetered(String text) {
    JsonObject answer = text(text);
    answer.remove("usage");
    return answer;
  }

  // The label has 0.8 of the first token's probability, the other 0.2.
  private static JsonObject probabilities(String letter) {
    JsonArray top =
        new JsonArray()
            .add(token(letter, Math.log(0.8)))
            .add(token(letter.equals("A") ? "B" : "A", Math.log(0.2)));
    JsonObject first = token(letter, Math.log(0.8)).put("top_logprobs", top);
    return answer(letter, new JsonObject().put("content", new JsonArray().add(first)));
  }

  private static JsonObject token(String token, double logProbability) {
    return new JsonObject().put("token", token).put("logprob", logProbability);
  }

  private static JsonObject answer(String text, JsonObject logprobs) {
    return new JsonObject()
        .put("model", "stub-1")
        .put(
            "choices",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put(
                            "message",
                            new JsonObject().put("role", "assistant").put("content", text))
                        .put("finish_reason", "stop")
                        .put("logprobs", logprobs)))
        .put("usage", new JsonObject().put("prompt_tokens", 100).put("completion_tokens", 1));
  }
}
