package io.plumbline.judgment.baseline;

import io.plumbline.judgment.replay.RequestKey;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that knows nothing, to try an audit on: what it should find is known beforehand. A
 * request without labels is answered with an empty text.
 */
public enum NullModel {
  /** Every label is as likely as every other: no audit may find an effect. */
  UNIFORM("uniform") {
    @Override
    Map<String, Double> firstToken(JudgeRequest request) {
      Map<String, Double> tokens = new HashMap<>();
      request.labels().forEach(label -> tokens.put(label, -Math.log(request.labels().size())));
      return tokens;
    }
  },
  /** Always the label that is shown first: an audit of positions must find it. */
  FIRST("first") {
    @Override
    Map<String, Double> firstToken(JudgeRequest request) {
      return Map.of(request.labels().get(0), 0.0);
    }
  },
  /** A label by the digest of the request: noise, but the same again. */
  COIN("coin") {
    @Override
    Map<String, Double> firstToken(JudgeRequest request) {
      String digits = RequestKey.of(request).substring(0, 7);
      List<String> labels = request.labels();
      return Map.of(labels.get(Integer.parseInt(digits, 16) % labels.size()), 0.0);
    }
  };

  private final String label;

  NullModel(String label) {
    this.label = label;
  }

  /** The NAME of {@code null:NAME}. */
  public String label() {
    return label;
  }

  public static Optional<NullModel> named(String label) {
    for (NullModel model : values()) {
      if (model.label.equals(label)) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  public JudgeReply answer(JudgeRequest request) {
    return request.labels().isEmpty()
        ? JudgeReply.Answered.text("")
        : new JudgeReply.Answered(request.labels().get(0), "stop", "", firstToken(request));
  }

  abstract Map<String, Double> firstToken(JudgeRequest request);
}
