package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.material.MaterialRow;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a sentence to the first completion, as bait; the control adds a neutral one of the same
 * length.
 *
 * @param neutral its words are repeated, or it is cut, to the bait's length
 * @param before whether it stands before the completion or after it
 */
record SentenceProbe(String bait, String neutral, boolean before) implements Probe {
  static final String FIELDS =
      "probe (this audit's name), bait, neutral (a sentence without it), place (before or after,"
          + " which is the default); several rows are several baits";

  /** The audits that are made of such probes. */
  static final List<String> AUDITS =
      List.of("injection", "bandwagon", "authority", "distraction", "superficial-reflection");

  private static final List<String> PLACES = List.of("before", "after");
  private static final int LONGEST = 10_000;
  private static final int MOST = 20;

  SentenceProbe {
    requireNonNull(bait, "bait is null");
    requireNonNull(neutral, "neutral is null");
    neutral = sameLength(neutral, bait.length());
  }

  /**
   * The probes of the rows that name an audit.
   *
   * @throws MaterialException naming the row and field that cannot be used, or the audit where no
   *     row names it
   */
  static List<Probe> of(String audit, Material material) {
    List<Probe> probes = new ArrayList<>();
    for (MaterialRow row : material.rows()) {
      if (AUDITS.get(row.index("probe", AUDITS)).equals(audit)) {
        boolean before =
            row.has("place") && PLACES.get(row.index("place", PLACES)).equals("before");
        probes.add(new SentenceProbe(sentence(row, "bait"), sentence(row, "neutral"), before));
      }
    }
    if (probes.isEmpty()) {
      throw new MaterialException(
          "%s: no row has probe \"%s\"; add one with the fields %s"
              .formatted(material.rows().get(0).source(), audit, FIELDS));
    }
    if (probes.size() > MOST) {
      throw new MaterialException(
          "%s: %d rows have probe \"%s\", keep at most %d"
              .formatted(material.rows().get(0).source(), probes.size(), audit, MOST));
    }
    return List.copyOf(probes);
  }

  private static String sentence(MaterialRow row, String field) {
    String text = row.text(field);
    if (text.length() > LONGEST) {
      throw row.wrong(field, "must not exceed " + LONGEST + " characters, it has " + text.length());
    }
    return text;
  }

  @Override
  public Comparison treated(Comparison comparison) {
    return with(comparison, bait);
  }

  @Override
  public Comparison control(Comparison comparison) {
    return with(comparison, neutral);
  }

  private Comparison with(Comparison comparison, String sentence) {
    String text = comparison.first().content().text();
    return new Comparison(
        comparison.id(),
        comparison.cluster(),
        comparison.prompt(),
        new Completion(
            new PlainText(before ? sentence + " " + text : text + " " + sentence),
            comparison.first().source()),
        comparison.second());
  }

  private static String sameLength(String sentence, int length) {
    StringBuilder text = new StringBuilder(sentence);
    while (text.length() < length) {
      text.append(' ').append(sentence);
    }
    text.setLength(length - 1);
    return text.append('.').toString();
  }
}
