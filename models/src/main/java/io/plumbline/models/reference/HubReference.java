package io.plumbline.models.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model repository of a Hugging Face hub at a revision (a commit, tag or branch).
 *
 * @param sha256 pins {@code model.safetensors}
 */
public record HubReference(
    String text, String owner, String name, String revision, Optional<String> sha256)
    implements ModelReference {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9][\\w.-]*)/([A-Za-z0-9][\\w.-]*)@([A-Za-z0-9][\\w./-]*)");

  static HubReference parse(String text, Pinned pinned) {
    Matcher matcher = FORM.matcher(pinned.body());
    if (!matcher.matches() || pinned.body().contains("..")) {
      throw ModelReference.unknown("'" + text + "' is not hf:owner/name@revision");
    }
    return new HubReference(
        text, matcher.group(1), matcher.group(2), matcher.group(3), pinned.sha256());
  }

  /** {@code owner/name}. */
  public String repository() {
    return owner + "/" + name;
  }
}
