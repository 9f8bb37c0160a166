package io.plumbline.cli.nativeimage;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A file that was cut up to fit into npm packages.
 *
 * @param packages in the order in which their parts follow each other
 */
record SplitArchive(List<String> packages) {
  SplitArchive {
    packages = List.copyOf(packages);
  }

  /** Packages {@code PREFIX1@VERSION} to {@code PREFIXn@VERSION}. */
  static SplitArchive numbered(String prefix, int count, String version) {
    return new SplitArchive(
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> prefix + number + "@" + version)
            .toList());
  }
}
