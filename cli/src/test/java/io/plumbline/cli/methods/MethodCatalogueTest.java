package io.plumbline.cli.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.cli.PlumblineCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MethodCatalogueTest {
  private static final MethodCatalogue CATALOGUE = MethodCatalogue.load();

  /** Commands that start or call services; the others run here. */
  private static final Set<String> NEEDS_SERVICES =
      Set.of("demo", "up", "train", "evaluate", "runs", "reward train", "judge synthesize");

  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Wholly or partly. */
  static Stream<Method> built() {
    return CATALOGUE.methods().stream().filter(method -> !method.command().isEmpty());
  }

  static Stream<Method> builtWithoutServices() {
    return built()
        .filter(
            method -> {
              String[] arguments = arguments(method);
              return !NEEDS_SERVICES.contains(arguments[0])
                  && !NEEDS_SERVICES.contains(arguments[0] + " " + arguments[1]);
            });
  }

  @Test
  void holdsEveryPaperOnce() {
    assertThat(CATALOGUE.methods())
        .extracting(Method::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 210).boxed().toList());
  }

  @Test
  void namesEveryMethodDifferently() {
    assertThat(CATALOGUE.methods()).extracting(Method::name).doesNotHaveDuplicates();
  }

  @Test
  void agreesWithTheListOfPapers() throws IOException {
    Path papers = Path.of(System.getProperty("plumbline.root"), "../shared/METHODS.md");
    assumeTrue(Files.exists(papers), papers + " is not there");
    List<String> rows =
        Pattern.compile("^\\| (\\d+) \\| .* \\| (\\w+) \\| .* \\|$", Pattern.MULTILINE)
            .matcher(Files.readString(papers))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();

    assertThat(CATALOGUE.methods())
        .extracting(method -> method.number() + " " + method.kind())
        .containsExactlyElementsOf(rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("built")
  void aBuiltMethodHasItsClass(Method method) {
    assertThatCode(() -> Class.forName(method.implementation(), false, getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("built")
  void aBuiltMethodHasACommandThatParses(Method method) {
    String[] arguments = arguments(method);

    CommandLine.ParseResult parsed = PlumblineCommand.commandLine().parseArgs(arguments);

    assertThat(parsed.hasSubcommand()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builtWithoutServices")
  void aBuiltMethodThatNeedsNoServiceRuns(Method method) {
    assertThat(PlumblineCommand.commandLine().execute(arguments(method))).isZero();
  }

  @Test
  void findsByAuthorsNameByTitleAndByNumber() {
    assertThat(CATALOGUE.find(List.of("arena-hard")))
        .extracting(Method::number)
        .containsExactly(141);
    assertThat(CATALOGUE.find(List.of("regularized", "relevance")))
        .extracting(Method::number)
        .containsExactly(8);
    assertThat(CATALOGUE.find(List.of("49"))).extracting(Method::name).containsExactly("rDPO");
  }

  @Test
  void saysWhatLacksOfAMethodThatIsPartlyBuilt() {
    assertThat(CATALOGUE.find(List.of("partly")))
        .isNotEmpty()
        .allSatisfy(method -> assertThat(method.summary()).containsAnyOf("lacks", "ours"));
  }

  @Test
  void refusesAMethodCalledBuiltWithoutACommand() {
    assertThatThrownBy(
            () ->
                new Method(7, "title", "name", "reward", "summary", MethodState.BUILT, "io.X", ""))
        .hasMessageContaining("method 7");
  }

  private static String[] arguments(Method method) {
    List<String> words =
        ARGUMENT.matcher(method.command()).results().map(MethodCatalogueTest::unquoted).toList();
    assertThat(words.get(0)).isEqualTo("plumbline");
    return words.stream().skip(1).map(MethodCatalogueTest::fromTheRoot).toArray(String[]::new);
  }

  /** Commands are printed for the root of the clone; tests run in a module. */
  private static String fromTheRoot(String word) {
    Path file = Path.of(System.getProperty("plumbline.root")).resolve(word);
    return word.contains("/") && Files.exists(file) ? file.toString() : word;
  }

  private static String unquoted(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }
}
