package io.plumbline.models.npm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the npm of this machine, which knows its registry, proxies and credentials. */
final class NpmCommand {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long TIMEOUT_MINUTES = 15;
  private static final List<String> NETWORK_CODES =
      List.of("ENOTFOUND", "ECONNREFUSED", "EAI_AGAIN", "ETIMEDOUT", "ENETUNREACH", "ENOTCACHED");

  private final String executable;

  NpmCommand(String executable) {
    this.executable = executable;
  }

  /** Runs npm with the arguments and reads what it prints as JSON. */
  JsonNode run(String described, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(executable));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(Map.of("npm_config_loglevel", "error"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new ModelException(
          Reason.OFFLINE,
          described + " is not in the cache and there is no npm to fetch it with",
          "install npm (it brings its registry's configuration), or use a file: reference",
          e);
    }
    try {
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(command + " did not end within " + TIMEOUT_MINUTES + " minutes");
      }
      JsonNode answer = JSON.readTree(printed.isBlank() ? "{}" : printed);
      if (process.exitValue() != 0) {
        throw failed(described, answer.path("error"));
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while npm ran", e);
    } finally {
      process.destroy();
    }
  }

  private static ModelException failed(String described, JsonNode error) {
    String code = error.path("code").asText("unknown");
    if (code.equals("E404") || code.equals("ETARGET")) {
      return new ModelException(
          Reason.NOT_FOUND,
          "npm's registry has no " + described + " (" + code + ")",
          "check the package's name and version");
    }
    String remedy =
        NETWORK_CODES.contains(code)
            ? "check the network, or fill the cache where there is one and copy it here"
            : "see what `npm view` says about this package";
    return new ModelException(
        Reason.OFFLINE, described + " is not in the cache and npm failed (" + code + ")", remedy);
  }
}
