package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.template.Template;
import io.plumbline.judgment.verdict.ShownOrder;
import io.plumbline.judgment.verdict.TranscriptEntry;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A piece of text that the judge writes before its verdict.
 *
 * @param name the material that it becomes
 * @param seesAnswers whether it is written anew for either order of the answers
 * @param seesMedia whether it is shown the request's images, recordings and videos
 * @param work makes the material from what the judge wrote
 */
record Stage(
    String name,
    Template template,
    boolean seesAnswers,
    boolean seesMedia,
    Function<String, Step<String>> work) {
  Stage {
    requireNonNull(name, "name is null");
    requireNonNull(template, "template is null");
    requireNonNull(work, "work is null");
  }

  /** A stage that sees both answers. */
  static Stage aboutAnswers(String name, String template) {
    return new Stage(name, Template.parse(template), true, false, Step.Done::new);
  }

  /** A stage that sees the request alone. */
  static Stage aboutRequest(String name, String template) {
    return new Stage(name, Template.parse(template), false, false, Step.Done::new);
  }

  /** A stage that sees the request with its media. */
  static Stage aboutMedia(String name, String template) {
    return new Stage(name, Template.parse(template), false, true, Step.Done::new);
  }

  /** The same stage, whose material is made from what the judge wrote. */
  Stage worked(UnaryOperator<String> material) {
    return lookedUp(text -> new Step.Done<>(material.apply(text)));
  }

  /** The same stage, whose material a program makes from what the judge wrote. */
  Stage lookedUp(Function<String, Step<String>> material) {
    return new Stage(name, template, seesAnswers, seesMedia, material);
  }

  /** Its texts in both orders as a transcript has them; one where it does not see the answers. */
  List<TranscriptEntry> entries(List<String> texts) {
    return seesAnswers
        ? List.of(
            TranscriptEntry.written(name, ShownOrder.FORWARD, texts.get(0)),
            TranscriptEntry.written(name, ShownOrder.REVERSE, texts.get(1)))
        : List.of(TranscriptEntry.written(name, texts.get(0)));
  }
}
