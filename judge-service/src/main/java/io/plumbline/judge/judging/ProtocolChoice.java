package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeTemplate;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.mitigation.Mitigated;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.ProtocolEntry;
import io.plumbline.judgment.protocol.Protocols;
import io.plumbline.judgment.protocol.Repeated;
import io.plumbline.judgment.protocol.UserTemplate;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.template.TemplateFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the protocol that a specification names. */
final class ProtocolChoice {
  private static final int MOST_SAMPLES = 15;
  private static final int LONGEST_TEMPLATE = 100_000;

  /** Protocols keep nothing between questions, and parsing their templates takes time. */
  private static final Map<Choice, PairwiseProtocol> CREATED = new ConcurrentHashMap<>();

  private record Choice(String name, VerdictSource source) {}

  private ProtocolChoice() {}

  /**
   * @param field the specification's path in the request
   * @throws InvalidRequestException naming what is wrong
   */
  static PairwiseProtocol of(JudgeSpec spec, VerdictSource source, String field) {
    int samples = Math.max(1, spec.getSamples());
    if (spec.getSamples() < 0 || samples > MOST_SAMPLES || samples % 2 == 0) {
      throw new InvalidRequestException(
          field + ".samples", "must be odd and at most " + MOST_SAMPLES + ", or 0 for one");
    }
    if (samples > 1 && spec.getTemperature() == 0) {
      throw new InvalidRequestException(
          field + ".temperature", "must be above 0 with several samples, or all are the same");
    }
    PairwiseProtocol protocol =
        spec.hasTemplate()
            ? template(spec.getTemplate(), source, field)
            : CREATED.computeIfAbsent(
                new Choice(entry(spec, field).name(), source),
                choice -> entry(spec, field).create(source));
    PairwiseProtocol asked =
        mitigation(spec, field)
            .<PairwiseProtocol>map(mitigation -> new Mitigated(protocol, mitigation))
            .orElse(protocol);
    return samples == 1 ? asked : new Repeated(asked, samples);
  }

  static PairwiseProtocol template(JudgeTemplate template, VerdictSource source, String field) {
    if (template.getUser().length() + template.getSystem().length() > LONGEST_TEMPLATE) {
      throw new InvalidRequestException(
          field + ".template", "must not exceed " + LONGEST_TEMPLATE + " characters");
    }
    try {
      return UserTemplate.create(
          new TemplateFile(template.getSystem(), template.getUser(), template.getReader())
              .template(),
          template.getReader(),
          source);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidRequestException(field + ".template", wrong.getMessage());
    }
  }

  /**
   * The mitigation that a specification names, if any.
   *
   * @throws InvalidRequestException if there is none of that name
   */
  static Optional<Mitigation> mitigation(JudgeSpec spec, String field) {
    if (spec.getMitigation().isEmpty()) {
      return Optional.empty();
    }
    Optional<Mitigation> mitigation = Mitigation.named(spec.getMitigation());
    if (mitigation.isEmpty()) {
      throw new InvalidRequestException(
          field + ".mitigation",
          "'" + spec.getMitigation() + "' is none of " + Mitigation.labels());
    }
    return mitigation;
  }

  static ProtocolEntry entry(JudgeSpec spec, String field) {
    return Protocols.named(spec.getProtocol())
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    field + ".protocol",
                    "'"
                        + spec.getProtocol()
                        + "' is none of "
                        + Protocols.all().stream().map(ProtocolEntry::name).toList()));
  }
}
