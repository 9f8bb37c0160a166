package io.plumbline.rewardmodels.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into runs of letters, digits and underscores, and runs of other visible characters:
 * NLTK's {@code wordpunct_tokenize}, by which the authors of the regularised relevance reward
 * count.
 */
public record WordPunctuationTokens(List<String> tokens) {
  private static final Pattern TOKEN =
      Pattern.compile("\\w+|[^\\w\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

  public WordPunctuationTokens {
    tokens = List.copyOf(tokens);
  }

  public static WordPunctuationTokens of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return new WordPunctuationTokens(tokens);
  }

  public int count() {
    return tokens.size();
  }
}
