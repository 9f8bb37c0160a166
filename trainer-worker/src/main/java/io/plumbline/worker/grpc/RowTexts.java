package io.plumbline.worker.grpc;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.worker.job.CompletionText;
import io.plumbline.worker.job.PairText;
import io.plumbline.worker.task.WorkerException;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the texts out of rows; what is not plain text is refused with its row. */
final class RowTexts {

  private RowTexts() {}

  static String prompt(DataSetRow row) {
    if (!row.hasPrompt()) {
      throw wrong(row, "is no prompt", "give a data set of prompts");
    }
    return text(row, row.getPrompt());
  }

  static CompletionText completion(DataSetRow row) {
    if (!row.hasCompletion()) {
      throw wrong(row, "is no completion", "give a data set of completions");
    }
    Completion completion = row.getCompletion().getCompletion();
    return new CompletionText(
        text(row, completion.getPrompt()), text(row, completion.getPartsList()));
  }

  static PairText pair(DataSetRow row) {
    if (!row.hasPair()) {
      throw wrong(row, "is no preference pair", "give a data set of preference pairs");
    }
    PreferencePair pair = row.getPair();
    return new PairText(
        pair.getId().isEmpty() ? "at row " + row.getPosition() : pair.getId(),
        text(row, pair.getPrompt()),
        text(row, pair.getChosenList()),
        text(row, pair.getRejectedList()),
        pair.hasMargin() ? OptionalDouble.of(pair.getMargin()) : OptionalDouble.empty());
  }

  private static String text(DataSetRow row, Prompt prompt) {
    boolean plain =
        prompt.getMessagesCount() == 1
            && (prompt.getMessages(0).getRole() == Role.ROLE_USER
                || prompt.getMessages(0).getRole() == Role.ROLE_UNSPECIFIED);
    if (!plain) {
      throw wrong(
          row,
          "has a prompt of " + prompt.getMessagesCount() + " turns",
          "give one user message, which the model continues as plain text");
    }
    return text(row, prompt.getMessages(0).getPartsList());
  }

  private static String text(DataSetRow row, List<ContentPart> parts) {
    StringBuilder text = new StringBuilder();
    for (ContentPart part : parts) {
      if (part.getPartCase() != ContentPart.PartCase.TEXT) {
        throw wrong(row, "has a part that is not text", "give text only");
      }
      text.append(part.getText());
    }
    return text.toString();
  }

  private static WorkerException wrong(DataSetRow row, String cause, String remedy) {
    return WorkerException.badInput("row " + row.getPosition() + " " + cause, remedy);
  }
}
