package io.plumbline.cli.output;

/** How a command prints its result on standard output. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** Exactly one JSON document. */
  JSON
}
