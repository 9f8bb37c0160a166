package io.plumbline.reward.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the stub was asked. */
public final class StubLog {
  private StubLog() {}

  /** Requests whose body holds a word, in order: path, authorization, body. */
  public static List<JsonNode> of(String word) throws IOException, InterruptedException {
    return StreamSupport.stream(new ObjectMapper().readTree(get("/log")).spliterator(), false)
        .filter(request -> request.get("body").toString().contains(word))
        .toList();
  }

  /** Lets go of the requests that are held. */
  public static void release() throws IOException, InterruptedException {
    get("/release");
  }

  private static String get(String path) throws IOException, InterruptedException {
    String address = ConfigProvider.getConfig().getValue("stub", String.class);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
        .body();
  }
}
