package io.plumbline.models.download;

import java.io.IOException;

/** A transfer that broke on the network's side and may be tried again. */
final class BrokenTransferException extends Exception {

  private static final long serialVersionUID = 1L;

  BrokenTransferException(IOException cause) {
    super(cause);
  }
}
