package io.plumbline.reward.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.registry.ModelName;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.registry.ModelRegistry;
import io.plumbline.reward.registry.ModelVersion;
import io.plumbline.service.door.PageSize;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The REST door to the registry. */
@Path("/v1alpha1/reward-models")
public class RewardModelResource {
  private final ModelRegistry registry;

  RewardModelResource(ModelRegistry registry) {
    this.registry = registry;
  }

  /** Some of the models; the token of the next page is empty on the last one. */
  public record Page(
      List<ModelVersion> models, @JsonProperty("next_page_token") String nextPageToken) {}

  /** Which version an alias is to point at. */
  public record AliasBody(long version) {}

  @GET
  @Operation(summary = "Lists the models, built-in ones first")
  public Uni<Page> list(
      @RestQuery("page_size") @DefaultValue("0") int pageSize,
      @RestQuery("page_token") @DefaultValue("") String pageToken) {
    return Uni.createFrom()
        .deferred(() -> registry.list(size(pageSize), pageToken))
        .map(page -> new Page(page.models(), page.nextToken()));
  }

  private static int size(int asked) {
    return PageSize.of(asked, remedy -> new InvalidFieldException("page_size", remedy));
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "One model: NAME, NAME@VERSION or NAME@ALIAS")
  public Uni<ModelVersion> get(@RestPath String name) {
    return Uni.createFrom().deferred(() -> registry.get(ModelReference.parse("name", name)));
  }

  @PUT
  @Path("/{name}/aliases/{alias}")
  @Operation(summary = "Points an alias at a version, atomically")
  public Uni<ModelVersion> setAlias(@RestPath String name, @RestPath String alias, AliasBody body) {
    return Uni.createFrom()
        .deferred(
            () ->
                registry.setAlias(
                    ModelName.require("name", name),
                    body.version(),
                    ModelName.require("alias", alias)));
  }
}
