package io.plumbline.judgment.protocol;

import io.plumbline.judgment.tool.LookupCalls;
import io.plumbline.judgment.tool.Toolbox;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What comes before an answer is rated on a rubric. */
public enum RatingForm {
  /** Nothing. */
  PLAIN("plain") {
    @Override
    public AnswerRater create(Rubric rubric, VerdictSource source) {
      return new RubricRating(rubric, source);
    }
  },
  /** A critique of each aspect. */
  CRITIQUE("critique") {
    @Override
    public AnswerRater create(Rubric rubric, VerdictSource source) {
      return RubricRating.withCritiques(rubric, source);
    }
  },
  /** Calls of tools that reach nothing outside. */
  TOOLS("tools") {
    @Override
    public AnswerRater create(Rubric rubric, VerdictSource source) {
      return new ToolRating(rubric, source, Toolbox.usage(), LookupAssisted::worked);
    }
  },
  /** Calls of tools, and texts from allowed hosts. */
  LOOKUP("lookup") {
    @Override
    public AnswerRater create(Rubric rubric, VerdictSource source) {
      return new ToolRating(
          rubric, source, Toolbox.usage() + "\n" + LookupCalls.usage(), LookupAssisted::results);
    }
  };

  private final String label;

  RatingForm(String label) {
    this.label = label;
  }

  public abstract AnswerRater create(Rubric rubric, VerdictSource source);

  /** The form of a name; the empty name means the plain one. */
  public static Optional<RatingForm> named(String name) {
    String wanted = name.isEmpty() ? PLAIN.label : name;
    return Arrays.stream(values()).filter(form -> form.label.equals(wanted)).findFirst();
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(form -> form.label).toList();
  }
}
