package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.ProtocolEntry;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.PlainText;
import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sees that comparisons have what a judge shows or needs of them, before anything is asked. */
public final class MaterialCheck {
  private static final String TEXT = "text";
  private static final int TWO_TURNS = 3;

  private final List<String> needed;
  private final String protocol;
  private final PairwiseProtocol template;
  private final List<MaterialCheck> jurors;
  // Rows of one form fill a template alike, and a run has many rows of few forms.
  private final Set<Form> known = new HashSet<>();

  private record Form(boolean turns, boolean turnsOfAnswers, Set<String> material) {}

  private MaterialCheck(
      List<String> needed, String protocol, PairwiseProtocol template, List<MaterialCheck> jurors) {
    this.needed = needed;
    this.protocol = protocol;
    this.template = template;
    this.jurors = jurors;
  }

  /**
   * @param field the specification's path in the request
   * @throws InvalidRequestException if it names no protocol, or its template is none
   */
  public static MaterialCheck of(JudgeSpec spec, String field) {
    List<MaterialCheck> jurors = new ArrayList<>();
    for (int i = 0; i < spec.getJuryCount(); i++) {
      jurors.add(of(spec.getJury(i), field + ".jury[" + i + "]"));
    }
    if (!Judges.isChat(spec)) {
      return new MaterialCheck(List.of(), "", null, jurors);
    }
    if (spec.hasTemplate()) {
      return new MaterialCheck(
          List.of(),
          "",
          ProtocolChoice.template(spec.getTemplate(), VerdictSource.TEXT, field),
          jurors);
    }
    ProtocolEntry entry = ProtocolChoice.entry(spec, field);
    return new MaterialCheck(entry.material(), entry.name(), null, jurors);
  }

  /**
   * @param field the comparison's path in the request; empty for the request itself
   * @throws InvalidRequestException naming what the comparison lacks
   */
  public void check(Comparison comparison, String field) {
    jurors.forEach(juror -> juror.check(comparison, field));
    String path = field.isEmpty() ? "material" : field + ".material";
    for (String name : needed) {
      if (isBlank(comparison, name)) {
        throw new InvalidRequestException(path, "protocol '" + protocol + "' needs '" + name + "'");
      }
    }
    if (template != null) {
      fill(comparison, path);
    }
  }

  private static boolean isBlank(Comparison comparison, String name) {
    return comparison.getMaterialOrDefault(name, "").isBlank();
  }

  private void fill(Comparison comparison, String path) {
    Set<String> material =
        comparison.getMaterialMap().keySet().stream()
            .filter(name -> !isBlank(comparison, name))
            .collect(Collectors.toUnmodifiableSet());
    Form form =
        new Form(
            comparison.getPrompt().getMessagesCount() >= TWO_TURNS,
            comparison.getATurnsCount() == TWO_TURNS && comparison.getBTurnsCount() == TWO_TURNS,
            material);
    if (known.contains(form)) {
      return;
    }
    try {
      // Beginning fills the template and asks nothing.
      template.begin(example(form));
    } catch (IllegalArgumentException lacking) {
      throw new InvalidRequestException(
          path,
          lacking.getMessage()
              + "; give every row what the template names, as material, or correct the template");
    }
    known.add(form);
  }

  private static Question example(Form form) {
    Content prompt = content(form.turns());
    Completion completion = new Completion(content(form.turnsOfAnswers()), "");
    return new Question(
        new io.plumbline.preference.Comparison(TEXT, TEXT, prompt, completion, completion),
        "",
        form.material().stream().collect(Collectors.toMap(Function.identity(), name -> TEXT)));
  }

  private static Content content(boolean turns) {
    return turns
        ? new Conversation(Collections.nCopies(TWO_TURNS, Message.text(Role.USER, TEXT)))
        : new PlainText(TEXT);
  }
}
