package io.plumbline.blackbox.coverage;

import java.util.Locale;

/**
 * A method on a path template.
 *
 * @param method upper case
 * @param template for example {@code /v1alpha1/data-sets/{id}}
 */
record Operation(String method, String template) {
  Operation {
    method = method.toUpperCase(Locale.ROOT);
  }

  /** Whether a request, {@code METHOD /path}, is one of this operation. */
  boolean covers(String request) {
    String[] parts = request.split(" ", 2);
    return parts[0].equals(method) && matches(template.split("/"), parts[1].split("/"));
  }

  private static boolean matches(String[] wanted, String[] given) {
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
