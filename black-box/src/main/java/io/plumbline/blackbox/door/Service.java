package io.plumbline.blackbox.door;

import java.util.Locale;

/**
 * A service under test. The system properties {@code plumbline.SERVICE.grpc} (HOST:PORT) and {@code
 * plumbline.SERVICE.rest} (a URL) say where it is.
 */
public enum Service {
  JUDGE("/q/openapi"),
  REWARD("/openapi"),
  TRAINER("/q/openapi");

  private final String openApi;

  Service(String openApi) {
    this.openApi = openApi;
  }

  /** The path of its OpenAPI document. */
  public String openApi() {
    return openApi;
  }

  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String grpc() {
    return require("grpc");
  }

  String rest() {
    return require("rest");
  }

  private String require(String door) {
    String property = "plumbline.%s.%s".formatted(shortName(), door);
    String value = System.getProperty(property, "");
    if (value.isBlank()) {
      throw new IllegalStateException("-D%s is not set".formatted(property));
    }
    return value;
  }
}
