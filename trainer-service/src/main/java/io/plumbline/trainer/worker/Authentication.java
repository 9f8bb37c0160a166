package io.plumbline.trainer.worker;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.trainer.fault.Fault;

/** Whether a caller is the worker of a run's newest attempt. */
final class Authentication {
  private Authentication() {}

  /** Throws PERMISSION_DENIED for a lost attempt and a wrong token alike. */
  static void check(WorkerIdentity worker, StoredAttempt newest) {
    if (newest == null
        || newest.isOver()
        || !WorkerToken.matches(worker.getToken(), newest.tokenDigest)) {
      throw new Fault(
          Code.PERMISSION_DENIED,
          "worker: this attempt of run %s is over; stop without writing anything more"
              .formatted(worker.getRunId()));
    }
  }
}
