package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.request.InvalidRequestException;
import java.util.HashSet;
import java.util.Set;

/** Checks what a specification says of its jury. */
final class JuryChoice {
  private static final int FEWEST = 3;
  private static final int MOST = 9;
  private static final int LONGEST_NAME = 128;

  private JuryChoice() {}

  /**
   * @param field the specification's path in the request
   * @throws InvalidRequestException naming what is wrong
   */
  static void check(JudgeSpec spec, String field) {
    int jurors = spec.getJuryCount();
    if (jurors < FEWEST || jurors > MOST || jurors % 2 == 0) {
      throw new InvalidRequestException(
          field + ".jury",
          "must hold an odd number of judges from " + FEWEST + " to " + MOST + ", holds " + jurors);
    }
    if (!JudgeSpec.newBuilder()
        .setName(spec.getName())
        .setPrinciple(spec.getPrinciple())
        .setNote(spec.getNote())
        .addAllJury(spec.getJuryList())
        .build()
        .equals(spec)) {
      throw new InvalidRequestException(
          field + ".jury",
          "goes with a name, a principle and a note alone; say the model and all else for each"
              + " juror");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < jurors; i++) {
      JudgeSpec juror = spec.getJury(i);
      String place = field + ".jury[" + i + "]";
      if (juror.getName().isBlank()
          || juror.getName().length() > LONGEST_NAME
          || !names.add(juror.getName())) {
        throw new InvalidRequestException(
            place + ".name",
            "must be set, unique in the jury and at most " + LONGEST_NAME + " characters");
      }
      if (!juror.getPrinciple().isEmpty()) {
        throw new InvalidRequestException(
            place + ".principle", "must be empty: jurors go by that of the jury");
      }
      if (juror.getJuryCount() > 0) {
        throw new InvalidRequestException(place + ".jury", "must be empty: a juror has no jury");
      }
    }
  }
}
