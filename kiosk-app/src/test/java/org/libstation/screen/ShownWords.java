package org.libstation.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.KeyCap;
import org.libstation.screen.kit.look.Writing;

/// Which texts of the text files a screen shows, on all its pages, and what its keys are called.
final class ShownWords {
  /// Stands for what a place is filled with.
  private static final String FILLED = "\uE000";

  private static final Object[] MANY = Stream.generate(() -> FILLED).limit(12).toArray();
  private static final Pattern CLAUSE = Pattern.compile("[" + FILLED + "。，？！；：（）.,;:?!()\\n]+");

  /// A clause of fewer letters is found by chance.
  private static final int LEAST = 2;

  private final List<String> written = new ArrayList<>();
  private final StringBuilder all = new StringBuilder();
  private final StringBuilder said = new StringBuilder();
  private final Set<String> keys = new LinkedHashSet<>();

  /// The texts of one language, to find again.
  static final class Lines {
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, Pattern> filled = new HashMap<>();
    private final Map<String, List<String>> clauses = new HashMap<>();

    Lines(Texts texts, Language language) {
      Words words = texts.in(language);
      for (String key : texts.keys()) {
        if (words.has(key)) {
          put(key, words.say(key, MANY));
        }
      }
    }

    /// The text that says these words; where several do, the first.
    Optional<String> named(String words) {
      String bare = bare(words);
      return Optional.ofNullable(whole.get(bare))
          .or(
              () ->
                  filled.entrySet().stream()
                      .filter(each -> each.getValue().matcher(bare).matches())
                      .map(Map.Entry::getKey)
                      .findFirst());
    }

    private void put(String key, String line) {
      List<String> parts =
          Stream.of(CLAUSE.split(line))
              .map(ShownWords::bare)
              .filter(part -> part.length() >= LEAST)
              .toList();
      if (parts.isEmpty()) {
        return;
      }
      clauses.put(key, parts);
      String bare = bare(line);
      if (bare.contains(FILLED)) {
        filled.put(
            key,
            Pattern.compile(
                Stream.of(bare.split(FILLED, -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".+?"))));
      } else {
        whole.putIfAbsent(bare, key);
      }
    }
  }

  /// Takes in what can be seen of a page.
  void take(Node page) {
    if (!page.isVisible()) {
      return;
    }
    if (page instanceof Writing writing) {
      String bare = bare(writing.text());
      written.add(bare);
      all.append(bare).append('|');
      if (!LargeTextTest.isApart(page)) {
        said.append(bare);
      }
    } else if (page instanceof KeyCap key) {
      String words = key.getAccessibleText();
      if (words != null) {
        keys.add(words);
        all.append(bare(words)).append('|');
      }
    }
    if (page instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::take);
    }
  }

  /// The texts that stand there whole.
  Set<String> texts(Lines lines) {
    Set<String> found = new TreeSet<>();
    for (String each : written) {
      String key = lines.whole.get(each);
      if (key != null) {
        found.add(key);
        continue;
      }
      lines.filled.forEach(
          (name, pattern) -> {
            if (pattern.matcher(each).matches()) {
              found.add(name);
            }
          });
    }
    return found;
  }

  /// Whether all clauses of a text stand there, in whatever pieces.
  boolean shows(Lines lines, String text) {
    return lines.clauses.getOrDefault(text, List.of()).stream()
        .allMatch(clause -> all.indexOf(clause) >= 0 || said.indexOf(clause) >= 0);
  }

  Set<String> keys() {
    return keys;
  }

  private static String bare(String text) {
    return text.replaceAll("\\s|\\*\\*", "");
  }
}
