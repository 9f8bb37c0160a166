package io.plumbline.worker.tensor;

import com.sun.jna.NativeLibrary;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;

/** How many threads libtorch computes with, and how they wait for one another. */
public final class NativeThreads {

  private static final String WAIT_POLICY = "OMP_WAIT_POLICY";

  private NativeThreads() {}

  /**
   * To be called before anything of libtorch. By default OpenMP's threads spin while they wait;
   * where other processes want the same processors, that was seen to make sampling fifty times
   * slower. OpenMP reads the policy from the environment when it is loaded, hence the way through
   * the C library.
   *
   * @param threads 0 for OMP_NUM_THREADS, or the number of processors where that is unset
   */
  public static void configure(int threads, Map<String, String> environment) {
    if (!environment.containsKey(WAIT_POLICY)) {
      NativeLibrary.getInstance("c")
          .getFunction("setenv")
          .invokeInt(new Object[] {WAIT_POLICY, "passive", 1});
    }
    String named = environment.getOrDefault("OMP_NUM_THREADS", "");
    int wanted = threads > 0 || !named.matches("[0-9]{1,4}") ? threads : Integer.parseInt(named);
    torch.set_num_threads(wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors());
  }
}
