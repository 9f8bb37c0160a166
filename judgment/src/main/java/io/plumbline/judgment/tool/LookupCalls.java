package io.plumbline.judgment.tool;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lookups that a judge's text calls for, one per line, {@code lookup: ADDRESS}. Whether an
 * address may be fetched is for whoever fetches it to say.
 *
 * @param addresses well-formed ones, each once, in order; at most four
 */
public record LookupCalls(List<URI> addresses) {
  private static final String NAME = "lookup:";
  private static final int MOST = 4;
  private static final int LONGEST = 2_000;

  public LookupCalls {
    addresses = List.copyOf(addresses);
  }

  /** How a lookup is called. */
  public static String usage() {
    return "lookup: https://HOST/PATH (fetches a text; only some hosts are allowed)";
  }

  public static LookupCalls in(String text) {
    List<URI> addresses = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith(NAME) && line.length() <= LONGEST && addresses.size() < MOST) {
        address(line.substring(NAME.length()).strip())
            .filter(address -> !addresses.contains(address))
            .ifPresent(addresses::add);
      }
    }
    return new LookupCalls(addresses);
  }

  /**
   * The calls with what was found, one below the other.
   *
   * @param found one text per address
   */
  public String results(List<String> found) {
    if (addresses.isEmpty()) {
      return "nothing was looked up";
    }
    StringBuilder results = new StringBuilder();
    for (int i = 0; i < addresses.size(); i++) {
      results.append(NAME).append(' ').append(addresses.get(i)).append(" -> ");
      results.append(found.get(i)).append('\n');
    }
    return results.toString().stripTrailing();
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      boolean web = List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
      return web && address.getHost() != null && address.getUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }
}
