package io.plumbline.reward.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Metrics as a JSON object, names in order. */
@ApplicationScoped
public class MetricsFormat {
  private final ObjectMapper json;

  MetricsFormat(ObjectMapper json) {
    this.json = json;
  }

  public String write(Map<String, Double> metrics) {
    try {
      return json.writeValueAsString(new TreeMap<>(metrics));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("metrics cannot be written", impossible);
    }
  }

  public Map<String, Double> read(String text) {
    try {
      return json.readValue(text, new TypeReference<Map<String, Double>>() {});
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("stored metrics are not JSON: " + text, corrupt);
    }
  }
}
