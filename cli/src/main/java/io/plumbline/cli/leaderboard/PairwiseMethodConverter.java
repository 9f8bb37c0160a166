package io.plumbline.cli.leaderboard;

import io.plumbline.statistics.leaderboard.pairwise.PairwiseMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Method names as they are typed: lower case, with hyphens. */
final class PairwiseMethodConverter implements ITypeConverter<PairwiseMethod> {
  @Override
  public PairwiseMethod convert(String value) {
    return Arrays.stream(PairwiseMethod.values())
        .filter(method -> name(method).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s"
                        .formatted(
                            value,
                            Arrays.stream(PairwiseMethod.values())
                                .map(PairwiseMethodConverter::name)
                                .collect(Collectors.joining(", ")))));
  }

  static String name(PairwiseMethod method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
