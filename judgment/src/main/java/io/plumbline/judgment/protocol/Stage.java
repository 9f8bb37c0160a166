package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.template.Template;

/**
 * A piece of text that the judge writes before its verdict.
 *
 * @param name the material that it becomes
 * @param seesAnswers whether it is written anew for either order of the answers
 */
record Stage(String name, Template template, boolean seesAnswers) {
  Stage {
    requireNonNull(name, "name is null");
    requireNonNull(template, "template is null");
  }

  /** A stage that sees both answers. */
  static Stage aboutAnswers(String name, String template) {
    return new Stage(name, Template.parse(template), true);
  }

  /** A stage that sees the request alone. */
  static Stage aboutRequest(String name, String template) {
    return new Stage(name, Template.parse(template), false);
  }
}
