package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What the ways of drawing answers may be, whether a request or the settings ask for them. */
public final class SamplingChecks {
  private static final int MOST_TOKENS = 1_000_000;
  private static final int MOST_TOKEN_IDS = 100;
  private static final int LONGEST_SCHEMA = 65_536;
  private static final Pattern EFFORT = Pattern.compile("[a-z][a-z_-]{0,31}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BiFunction<String, String, RuntimeException> refusal;

  /**
   * @param refusal what is thrown for a field and what is wrong with it
   */
  public SamplingChecks(BiFunction<String, String, RuntimeException> refusal) {
    this.refusal = requireNonNull(refusal, "refusal is null");
  }

  public double topP(String field, double value) {
    if (!(value > 0 && value <= 1)) {
      throw refusal.apply(field, "must be above 0 and at most 1, is " + value);
    }
    return value;
  }

  public int topK(String field, int value) {
    return within(field, value, 1, Integer.MAX_VALUE);
  }

  public int maximumTokens(String field, int value) {
    return within(field, value, 1, MOST_TOKENS);
  }

  public int alternatives(String field, int value) {
    return within(field, value, 1, Sampling.MOST_ALTERNATIVES);
  }

  public String effort(String field, String value) {
    // Which there are is the endpoint's to say: none, minimal, low, medium, high, xhigh, …
    if (!EFFORT.matcher(value).matches()) {
      throw refusal.apply(field, "must be a word such as low, is '" + value + "'");
    }
    return value;
  }

  public JsonNode schema(String field, String text) {
    if (text.length() > LONGEST_SCHEMA) {
      throw refusal.apply(field, "must not exceed " + LONGEST_SCHEMA + " characters");
    }
    try {
      JsonNode schema = JSON.readTree(text);
      if (schema.isObject()) {
        return schema;
      }
    } catch (JsonProcessingException malformed) {
      throw refusal.apply(field, "is no JSON: " + malformed.getOriginalMessage());
    }
    throw refusal.apply(field, "must be a JSON object");
  }

  public List<Integer> tokens(String field, List<Integer> ids) {
    if (ids.size() > MOST_TOKEN_IDS) {
      throw refusal.apply(field, "must hold at most " + MOST_TOKEN_IDS);
    }
    for (int i = 0; i < ids.size(); i++) {
      within(field + "[" + i + "]", ids.get(i), 0, Integer.MAX_VALUE);
    }
    return ids;
  }

  private int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw refusal.apply(field, "must be " + least + " to " + most + ", is " + value);
    }
    return value;
  }
}
