package io.plumbline.service.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Where a key is found; what it is stays in memory alone. */
public final class KeyReference {
  private static final Logger LOG = Logger.getLogger(KeyReference.class);
  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

  private KeyReference() {}

  public static Supplier<Optional<String>> none() {
    return Optional::empty;
  }

  public static Supplier<Optional<String>> variable(String name) {
    return () -> Optional.ofNullable(System.getenv(name)).filter(key -> !key.isBlank());
  }

  /**
   * A file that may be replaced, as a mounted Secret is.
   *
   * @param workers read the file, since the event loop must not
   */
  public static Supplier<Optional<String>> file(Path file, Executor workers) {
    return new OfFile(file, workers);
  }

  private static final class OfFile implements Supplier<Optional<String>> {
    private final Path file;
    private final Executor workers;
    private final AtomicLong checked = new AtomicLong(System.nanoTime());
    private volatile Optional<String> key;

    OfFile(Path file, Executor workers) {
      this.file = file;
      this.workers = workers;
      this.key = read(file);
    }

    @Override
    public Optional<String> get() {
      long last = checked.get();
      long now = System.nanoTime();
      if (now - last > FRESH_NANOS && checked.compareAndSet(last, now)) {
        workers.execute(() -> key = read(file));
      }
      return key;
    }

    private static Optional<String> read(Path file) {
      try {
        return Optional.of(Files.readString(file).strip()).filter(key -> !key.isBlank());
      } catch (IOException unreadable) {
        LOG.errorf("key file %s cannot be read: %s", file, unreadable.getMessage());
        return Optional.empty();
      }
    }
  }
}
