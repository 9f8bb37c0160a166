package io.plumbline.judge.lookup;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The origins (scheme, host and port) that may be fetched from; no other part of a name counts. */
final class Origins {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Set<String> allowed;

  /**
   * @throws IllegalArgumentException naming an entry that is no origin
   */
  Origins(Collection<String> entries) {
    this.allowed =
        entries.stream()
            .map(
                entry -> {
                  URI address = URI.create(entry.strip());
                  if (!isWeb(address)) {
                    throw new IllegalArgumentException(
                        "plumbline.judge.lookup.origins: '"
                            + entry
                            + "' is no origin; write https://HOST");
                  }
                  return origin(address);
                })
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean allow(URI address) {
    return isWeb(address) && address.getUserInfo() == null && allowed.contains(origin(address));
  }

  private static boolean isWeb(URI address) {
    return address.getHost() != null
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
  }

  private static String origin(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? HTTPS : HTTP;
    int port = address.getPort() < 0 ? standard : address.getPort();
    return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
