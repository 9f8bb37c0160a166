package io.plumbline.blackbox.door;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;

/** Prompts and completions of plain text. */
public final class Texts {
  private Texts() {}

  public static ContentPart part(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }

  public static Prompt prompt(String id, String text) {
    return Prompt.newBuilder()
        .setId(id)
        .addMessages(Message.newBuilder().setRole(Role.ROLE_USER).addParts(part(text)))
        .build();
  }

  public static Completion completion(String id, String text) {
    return Completion.newBuilder().setId(id).addParts(part(text)).build();
  }
}
