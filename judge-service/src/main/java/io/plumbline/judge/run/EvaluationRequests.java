package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.MaterialCheck;
import io.plumbline.judge.mapping.ComparisonMapping;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.preference.Comparison;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks requests for evaluations before anything is stored. */
@ApplicationScoped
public class EvaluationRequests {
  private static final int LONGEST_ID = 128;
  private static final int MOST_JUDGES = 16;
  private static final int MOST_COMPARISONS = 100_000;

  private final Judges judges;

  EvaluationRequests(Judges judges) {
    this.judges = judges;
  }

  /**
   * The request's comparisons, read.
   *
   * @throws InvalidRequestException naming the first field at fault
   */
  public List<Comparison> checked(CreateEvaluationRequest request) {
    label("request_id", request.getRequestId());
    EvaluationSpec spec = request.getSpec();
    if (!spec.getName().isEmpty()) {
      label("spec.name", spec.getName());
    }
    if (!(spec.getLevel() >= 0 && spec.getLevel() < 1)) {
      throw new InvalidRequestException(
          "spec.level", "must be in (0, 1), or 0 for 0.95, is " + spec.getLevel());
    }
    budget("spec.budget", spec.getBudget());
    count("spec.judges", spec.getJudgesCount(), MOST_JUDGES);
    count("spec.comparisons", spec.getComparisonsCount(), MOST_COMPARISONS);
    List<MaterialCheck> material = judges(spec);
    return comparisons(spec, material);
  }

  /**
   * @throws InvalidRequestException if it is none
   */
  static void budget(String field, double budget) {
    if (!(budget >= 0) || Double.isInfinite(budget)) {
      throw new InvalidRequestException(
          field, "must be a number of at least 0, 0 for no limit, is " + budget);
    }
  }

  private List<MaterialCheck> judges(EvaluationSpec spec) {
    Set<String> names = new HashSet<>();
    List<MaterialCheck> material = new ArrayList<>();
    for (int i = 0; i < spec.getJudgesCount(); i++) {
      String field = "spec.judges[" + i + "]";
      label(field + ".name", spec.getJudges(i).getName());
      unique(field + ".name", spec.getJudges(i).getName(), names);
      judges.of(spec.getJudges(i), field);
      material.add(MaterialCheck.of(spec.getJudges(i), field));
    }
    return material;
  }

  private static List<Comparison> comparisons(EvaluationSpec spec, List<MaterialCheck> material) {
    Set<String> ids = new HashSet<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < spec.getComparisonsCount(); i++) {
      String field = "spec.comparisons[" + i + "]";
      Comparison comparison = ComparisonMapping.comparison(spec.getComparisons(i), field);
      unique(field + ".id", comparison.id(), ids);
      if (comparison.cluster().indexOf('\0') >= 0) {
        throw new InvalidRequestException(field + ".prompt.id", "must not hold a null character");
      }
      for (MaterialCheck check : material) {
        check.check(spec.getComparisons(i), field);
      }
      comparisons.add(comparison);
    }
    return comparisons;
  }

  private static void label(String field, String value) {
    if (value.isBlank()
        || value.length() > LONGEST_ID
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidRequestException(
          field, "must have 1 to " + LONGEST_ID + " characters and no control characters");
    }
  }

  private static void count(String field, int count, int most) {
    if (count < 1 || count > most) {
      throw new InvalidRequestException(field, "must hold 1 to " + most + ", holds " + count);
    }
  }

  private static void unique(String field, String value, Set<String> seen) {
    if (!seen.add(value)) {
      throw new InvalidRequestException(field, "is given twice: '" + value + "'");
    }
  }
}
