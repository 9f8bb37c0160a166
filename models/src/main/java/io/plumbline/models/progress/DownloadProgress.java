package io.plumbline.models.progress;

/** Receives the progress of a download or import; called often, from the calling thread. */
@FunctionalInterface
public interface DownloadProgress {

  /** Ignores all progress. */
  DownloadProgress SILENT = (artifact, done, total) -> {};

  /**
   * Reports how far one artifact has come.
   *
   * @param artifact what is being fetched, for a person to read
   * @param done bytes that are there already, those of an earlier attempt included
   * @param total bytes in all, or -1 where nobody says
   */
  void advanced(String artifact, long done, long total);
}
