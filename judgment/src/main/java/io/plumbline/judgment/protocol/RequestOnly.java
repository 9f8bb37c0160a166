package io.plumbline.judgment.protocol;

/** A question about the request alone, before any answer is seen. */
final class RequestOnly {
  private RequestOnly() {}

  static String prompt(String task) {
    return """
        <|im_start|>system
        A request stands between lines that carry the mark {fence}; a criterion may stand before \
        it. TASK
        <|im_end|>
        <|im_start|>user
        {fence} criterion
        {principle}
        {fence} request
        {prompt}
        {fence} end
        <|im_end|>
        """
        .replace("TASK", task);
  }
}
