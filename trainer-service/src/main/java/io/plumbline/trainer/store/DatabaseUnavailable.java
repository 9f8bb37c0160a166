package io.plumbline.trainer.store;

import com.google.rpc.Code;
import io.plumbline.trainer.fault.Fault;

/** UNAVAILABLE because of our own database: nothing can be noted, only tried again. */
public final class DatabaseUnavailable extends Fault {
  DatabaseUnavailable(String detail, Throwable cause) {
    super(
        Code.UNAVAILABLE,
        "PostgreSQL cannot be reached (%s); start it again, stored work is resumed"
            .formatted(detail),
        cause);
  }
}
