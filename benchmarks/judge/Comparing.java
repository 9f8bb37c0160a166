import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import java.util.function.Consumer;

/** Asks judge-service for one comparison. */
final class Comparing implements Work {
  /** Comparisons that are asked again and again. */
  private static final int KNOWN = 1_000;

  private final JudgeServiceGrpc.JudgeServiceStub judge;
  private final JudgeSpec spec;
  private final String prefix;
  private final boolean fresh;

  /**
   * @param fresh whether every comparison is a new one
   */
  Comparing(JudgeServiceGrpc.JudgeServiceStub judge, String model, String salt, boolean fresh) {
    this.judge = judge;
    this.spec = JudgeSpec.newBuilder().setName("stub").setModel("chat:" + model).build();
    this.prefix = salt + " " + model + " " + (fresh ? System.nanoTime() : 0) + " ";
    this.fresh = fresh;
  }

  @Override
  public void start(long number, Consumer<Boolean> ended) {
    judge.compare(
        CompareRequest.newBuilder()
            .setJudge(spec)
            .setComparison(comparison(prefix + (fresh ? number : number % KNOWN)))
            .build(),
        new StreamObserver<>() {
          private boolean good;

          @Override
          public void onNext(Verdict verdict) {
            good = verdict.getState() == VerdictState.VERDICT_STATE_OK;
          }

          @Override
          public void onError(Throwable failure) {
            ended.accept(false);
          }

          @Override
          public void onCompleted() {
            ended.accept(good);
          }
        });
  }

  static Comparison comparison(String id) {
    return Comparison.newBuilder()
        .setId(id)
        .setPrompt(
            Prompt.newBuilder()
                .setId(id)
                .addMessages(Message.newBuilder().setRole(Role.ROLE_USER).addParts(text("Tell " + id))))
        .setA(Completion.newBuilder().addParts(text("a GOOD answer")))
        .setB(Completion.newBuilder().addParts(text("a BAD answer")))
        .build();
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }
}
