package io.plumbline.trainer.worker;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** One start of a worker for a run. */
@Entity
@Table(name = "attempt")
public class StoredAttempt {
  @EmbeddedId public AttemptKey key;

  @Column(name = "token_digest")
  public String tokenDigest;

  /** The launcher's; null until it has started the worker. */
  public String handle;

  @Enumerated(EnumType.STRING)
  public AttemptState state;

  public Instant launched;

  @Column(name = "last_report")
  public Instant lastReport;

  @Column(name = "stored_sequence")
  public long storedSequence;

  public String detail;

  /** Whether its worker has no say any more. */
  boolean isOver() {
    return state == AttemptState.LOST || state == AttemptState.INTERRUPTED;
  }

  /** Whether the worker has been silent for longer than it may. */
  boolean isSilent(Instant now, Duration startTimeout, Duration heartbeatTimeout) {
    return lastReport == null
        ? launched.plus(startTimeout).isBefore(now)
        : lastReport.plus(heartbeatTimeout).isBefore(now);
  }
}
