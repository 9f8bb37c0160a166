package io.plumbline.worker.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;

/** Keeps libtorch and its BLAS to one thread each, for the {@link Lanes} are the parallelism. */
public final class NativeThreads {

  private NativeThreads() {}

  /**
   * To be called before anything of libtorch. Its libraries read the environment when they are
   * loaded, hence the way through the C library. Left alone, both keep pools of threads that spin
   * while they wait; where other processes want the same processors, that was seen to make sampling
   * forty times slower.
   *
   * @param wanted 0 for OMP_NUM_THREADS, or the number of processors where that is unset
   * @return how many lanes to compute with
   */
  public static int configure(int wanted, Map<String, String> environment) {
    Function setenv = NativeLibrary.getInstance("c").getFunction("setenv");
    for (String name : new String[] {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"}) {
      setenv.invokeInt(new Object[] {name, "1", 1});
    }
    torch.set_num_threads(1);
    if (wanted > 0) {
      return wanted;
    }
    String named = environment.getOrDefault("OMP_NUM_THREADS", "");
    return named.matches("[1-9][0-9]{0,3}")
        ? Integer.parseInt(named)
        : Runtime.getRuntime().availableProcessors();
  }
}
