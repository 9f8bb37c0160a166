package io.plumbline.models.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package of the npm registry that npm is configured for, or one file in it.
 *
 * @param packageName with its scope, such as {@code @scope/name}
 * @param version an exact version
 * @param entry path inside the package, without a leading slash; absent for the whole tarball
 * @param sha256 pins the entry, or the tarball where no entry is named
 */
public record NpmReference(
    String text,
    String packageName,
    String version,
    Optional<String> entry,
    Optional<String> sha256)
    implements ModelReference {

  private static final Pattern FORM =
      Pattern.compile(
          "((?:@[a-z0-9~._-]+/)?[a-z0-9~._-]+)@([0-9][0-9A-Za-z.+-]*)(?:!/([^!]+))?",
          Pattern.CASE_INSENSITIVE);

  static NpmReference parse(String text, Pinned pinned) {
    Matcher matcher = FORM.matcher(pinned.body());
    if (!matcher.matches()) {
      throw ModelReference.unknown("'" + text + "' is not npm:package@version[!/path]");
    }
    return new NpmReference(
        text,
        matcher.group(1),
        matcher.group(2),
        Optional.ofNullable(matcher.group(3)),
        pinned.sha256());
  }

  /** The package as npm's own commands name it, {@code name@version}. */
  public String specification() {
    return packageName + "@" + version;
  }
}
