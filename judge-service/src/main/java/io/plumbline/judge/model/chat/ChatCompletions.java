package io.plumbline.judge.model.chat;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The one path of the OpenAI interface that a judge needs; bodies go out and come back as bytes.
 */
@Path("/chat/completions")
public interface ChatCompletions {

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.WILDCARD)
  Uni<RestResponse<byte[]>> complete(
      @HeaderParam("Authorization") String authorization, byte[] request);
}
