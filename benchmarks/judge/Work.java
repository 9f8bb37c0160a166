import java.util.function.Consumer;

/** Starts one piece of work; the consumer gets whether it went well. */
interface Work {
  void start(long number, Consumer<Boolean> ended);
}
