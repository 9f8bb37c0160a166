package io.plumbline.models.resolve;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.cache.Sha256;
import io.plumbline.models.catalogue.Catalogue;
import io.plumbline.models.catalogue.CatalogueModels;
import io.plumbline.models.hub.Hub;
import io.plumbline.models.npm.NpmPackages;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.CatalogueReference;
import io.plumbline.models.reference.FileReference;
import io.plumbline.models.reference.HubReference;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import io.plumbline.models.reference.ModelReference;
import io.plumbline.models.reference.NpmReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Turns a model reference into a path on this machine, fetching and verifying what is missing. */
public final class ModelResolver {

  private final NpmPackages npm;
  private final Hub hub;
  private final CatalogueModels catalogue;

  /** Resolves through the given sources. */
  public ModelResolver(ModelCache cache, NpmPackages npm, Hub hub) {
    this.npm = npm;
    this.hub = hub;
    this.catalogue = new CatalogueModels(cache, npm);
  }

  /**
   * A resolver with the cache, npm and hub that the environment names: {@code PLUMBLINE_CACHE},
   * {@code PLUMBLINE_NPM}, {@code HF_ENDPOINT} and {@code HF_TOKEN}.
   */
  public static ModelResolver standard(Map<String, String> environment) {
    ModelCache cache = ModelCache.standard(environment);
    NpmPackages npm = new NpmPackages(cache, environment.getOrDefault("PLUMBLINE_NPM", "npm"));
    return new ModelResolver(cache, npm, Hub.standard(cache, environment));
  }

  /**
   * The file or directory that the reference names; a model is a directory in Hugging Face's
   * layout. A branch or tag of a hub stays at the commit that was first seen.
   *
   * @param reference in one of the {@link ModelReference#FORMS}
   * @throws ModelException if it cannot be had
   */
  public Path resolve(String reference, DownloadProgress progress) {
    ModelReference parsed = ModelReference.parse(reference);
    if (parsed instanceof FileReference file) {
      return local(file);
    }
    if (parsed instanceof NpmReference file) {
      return npm.resolve(file, progress);
    }
    if (parsed instanceof HubReference repository) {
      return hub.resolve(repository, progress);
    }
    return catalogue.resolve(Catalogue.find((CatalogueReference) parsed), progress);
  }

  private static Path local(FileReference reference) {
    Path path = reference.path().toAbsolutePath();
    if (!Files.isReadable(path)) {
      throw new ModelException(
          Reason.NOT_FOUND, reference.text() + " is not there", "check the path");
    }
    if (reference.sha256().isPresent()) {
      verify(reference, path, reference.sha256().get());
    }
    return path;
  }

  private static void verify(FileReference reference, Path path, String expected) {
    try {
      String actual = Sha256.of(path);
      if (!actual.equals(expected)) {
        throw ModelCache.wrongHash(reference.text(), expected, actual);
      }
    } catch (IOException e) {
      throw new ModelException(
          Reason.NOT_FOUND,
          reference.text() + " cannot be read as a file",
          "pin a file, not a directory",
          e);
    }
  }
}
