package io.plumbline.cli.judge;

import io.plumbline.judgment.survey.Material;
import io.plumbline.judgment.survey.Survey;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What a survey asks about: a user's text, or what comes with it. */
final class AuditMaterial {
  private AuditMaterial() {}

  static Material of(Optional<String> text, Survey survey) {
    if (text.isEmpty()) {
      return Material.builtIn(survey.name());
    }
    try {
      return Material.read(new StringReader(text.get()), "--material");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
