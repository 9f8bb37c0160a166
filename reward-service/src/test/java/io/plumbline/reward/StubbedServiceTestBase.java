package io.plumbline.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.reward.stub.StubResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A reward-service whose encoder and reward servers are the stub. */
@WithTestResource(value = StubResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
public abstract class StubbedServiceTestBase extends RewardServiceTestBase {
  @TestHTTPResource("/")
  URI root;

  protected RestCalls rest() {
    return new RestCalls(root);
  }

  protected static void assertFails(Status.Code code, String words, ThrowingCallable call) {
    StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call);

    assertThat(failure.getStatus().getCode()).as(failure.getMessage()).isEqualTo(code);
    assertThat(failure.getStatus().getDescription()).contains(words);
  }
}
