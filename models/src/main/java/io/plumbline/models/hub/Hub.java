package io.plumbline.models.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.cache.Sha256;
import io.plumbline.models.download.HttpDownload;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.HubReference;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Hugging Face hub, or a mirror that speaks its HTTP interface. */
public final class Hub {

  /** Environment variable that names another hub, as the field's own tools read it. */
  public static final String ENDPOINT_VARIABLE = "HF_ENDPOINT";

  /** Environment variable that holds an access token. */
  public static final String TOKEN_VARIABLE = "HF_TOKEN";

  private static final String ENDPOINT = "https://huggingface.co";
  private static final String WEIGHTS = "model.safetensors";
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern WANTED =
      Pattern.compile(
          "config\\.json|generation_config\\.json|tokenizer\\.json|tokenizer_config\\.json"
              + "|special_tokens_map\\.json|model.*\\.safetensors|model\\.safetensors\\.index\\.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelCache cache;
  private final HttpDownload http;
  private final String endpoint;
  private final Map<String, String> headers;

  /** A hub at {@code endpoint}; an empty token asks without one. */
  public Hub(ModelCache cache, String endpoint, String token) {
    this.cache = cache;
    this.http = new HttpDownload(cache);
    this.endpoint =
        endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    this.headers = token.isBlank() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  /** The hub that the environment names. */
  public static Hub standard(ModelCache cache, Map<String, String> environment) {
    return new Hub(
        cache,
        environment.getOrDefault(ENDPOINT_VARIABLE, ENDPOINT),
        environment.getOrDefault(TOKEN_VARIABLE, ""));
  }

  /**
   * The directory that holds the repository's configuration, tokenizer and safetensors.
   *
   * @throws ModelException if they cannot be had
   */
  public Path resolve(HubReference reference, DownloadProgress progress) {
    String place = "hub/" + reference.repository() + "/";
    if (!COMMIT.matcher(reference.revision()).matches()) {
      place += "named/";
    }
    place += reference.revision().replace('/', '_');
    place += reference.sha256().map(hash -> "-" + hash.substring(0, 12)).orElse("");
    return cache.obtain(place, partial -> download(reference, partial, progress));
  }

  private void download(HubReference reference, Path directory, DownloadProgress progress)
      throws IOException {
    Files.createDirectories(directory);
    String commit = ask(reference, "/revision/" + reference.revision()).path("sha").asText();
    if (!COMMIT.matcher(commit).matches()) {
      throw new ModelException(
          Reason.MALFORMED,
          endpoint + " named no commit for " + reference.text(),
          "check that " + ENDPOINT_VARIABLE + " is a Hugging Face hub");
    }
    List<HubFile> files = HubFile.listed(ask(reference, "/tree/" + commit), WANTED);
    if (files.stream().noneMatch(file -> file.path().endsWith(".safetensors"))) {
      throw new ModelException(
          Reason.NOT_FOUND,
          reference.text() + " has no safetensors file",
          "choose a repository in safetensors format");
    }
    for (HubFile file : files) {
      fetch(reference, commit, file, directory, progress);
    }
  }

  private void fetch(
      HubReference reference,
      String commit,
      HubFile file,
      Path directory,
      DownloadProgress progress)
      throws IOException {
    Path destination = directory.resolve(file.path());
    String described = reference.repository() + "/" + file.path();
    if (!file.matches(destination)) {
      URI source =
          URI.create(
              endpoint + "/" + reference.repository() + "/resolve/" + commit + "/" + file.path());
      http.fetch(source, headers, destination, described, progress);
    }
    if (!file.matches(destination)) {
      String actual = Sha256.of(destination);
      Files.delete(destination);
      throw ModelCache.wrongHash(described, file.hash(), actual);
    }
    if (file.path().equals(WEIGHTS) && reference.sha256().isPresent()) {
      String actual = Sha256.of(destination);
      if (!actual.equals(reference.sha256().get())) {
        Files.delete(destination);
        throw ModelCache.wrongHash(described, reference.sha256().get(), actual);
      }
    }
  }

  private JsonNode ask(HubReference reference, String question) throws IOException {
    URI source = URI.create(endpoint + "/api/models/" + reference.repository() + question);
    Path answer = Files.createTempFile(cache.root().resolve("partial"), "hub", ".json");
    try {
      http.fetch(source, headers, answer, reference.text(), DownloadProgress.SILENT);
      return JSON.readTree(answer.toFile());
    } finally {
      Files.deleteIfExists(answer);
    }
  }
}
