package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.template.Template;
import java.util.function.UnaryOperator;

/**
 * A piece of text that the judge writes before its verdict.
 *
 * @param name the material that it becomes
 * @param seesAnswers whether it is written anew for either order of the answers
 * @param work makes the material from what the judge wrote
 */
record Stage(String name, Template template, boolean seesAnswers, UnaryOperator<String> work) {
  Stage {
    requireNonNull(name, "name is null");
    requireNonNull(template, "template is null");
    requireNonNull(work, "work is null");
  }

  /** A stage that sees both answers. */
  static Stage aboutAnswers(String name, String template) {
    return new Stage(name, Template.parse(template), true, UnaryOperator.identity());
  }

  /** A stage that sees the request alone. */
  static Stage aboutRequest(String name, String template) {
    return new Stage(name, Template.parse(template), false, UnaryOperator.identity());
  }

  /** The same stage, whose material is made from what the judge wrote. */
  Stage worked(UnaryOperator<String> material) {
    return new Stage(name, template, seesAnswers, material);
  }
}
