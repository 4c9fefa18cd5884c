package org.libstation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Language;

/// One word for each thing: every line of the term list of `docs/patron-services/words.md` holds in
/// every text.
class WordListTest {
  private static final List<Path> TEXTS =
      List.of(
          Path.of("../config/texts"), Path.of("../config/bench"), Path.of("src/fleet-page/texts"));
  private static final Path LIST = Path.of("../docs/patron-services/words.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern NAMED = Pattern.compile("[「“]([^」”]+)[」”]");
  private static final Pattern PLACE = Pattern.compile("\\s*\\{\\d+}\\s*|\\s*…\\s*");

  /// Lines whose quotation marks hold no words of a screen: a sound, a command, a name of a choice.
  private static boolean quotesOther(String key) {
    return Stream.of("identify.card.reader", "journal.fix.", "setup.", "finding.", "speech.")
        .anyMatch(key::startsWith);
  }

  /// A word that is not used, and the lines that may.
  private record Never(Language language, String word, List<String> but) {
    boolean stands(String key, String text) {
      return but.stream().noneMatch(each -> matches(each, key)) && pattern().matcher(text).find();
    }

    private static boolean matches(String pattern, String key) {
      return pattern.endsWith("*")
          ? key.startsWith(pattern.substring(0, pattern.length() - 1))
          : key.equals(pattern);
    }

    private Pattern pattern() {
      boolean letters = word.codePoints().allMatch(each -> each < 128 && Character.isLetter(each));
      return Pattern.compile(
          letters ? "\\b" + word + "\\b" : Pattern.quote(word), Pattern.CASE_INSENSITIVE);
    }
  }

  @Test
  void no_text_uses_a_word_that_the_list_replaces() throws IOException {
    List<Never> list = list();
    assertThat(list).hasSizeGreaterThan(40);
    List<String> found = new ArrayList<>();
    for (Language language : Language.values()) {
      Map<String, String> texts = texts(language);
      assertThat(texts).hasSizeGreaterThan(1000);
      found.addAll(against(list, language, texts));
      found.addAll(against(list, language, named(language)));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void a_replaced_word_is_found_wherever_it_stands_and_a_listed_line_may_have_it()
      throws IOException {
    List<Never> list = list();
    assertThat(against(list, Language.ZH_HANT_HK, Map.of("x", "請打印收據"))).hasSize(1);
    assertThat(against(list, Language.ZH_HANS, Map.of("x", "请刷读者证"))).hasSize(1);
    assertThat(against(list, Language.ZH_HANS, Map.of("identify.card.head", "请刷读者证"))).isEmpty();
    assertThat(against(list, Language.EN, Map.of("x", "Tap again."))).hasSize(1);
    assertThat(said("Print and leave", "x", texts(Language.EN))).isFalse();
    assertThat(against(list, Language.EN, Map.of("x", "A tape and a white book."))).isEmpty();
  }

  /// What a text puts in quotation marks is what another text says, letter by letter.
  @Test
  void no_text_speaks_of_a_key_or_a_stamp_that_is_not_there() throws IOException {
    List<String> found = new ArrayList<>();
    for (Language language : Language.values()) {
      Map<String, String> texts = texts(language);
      texts.forEach(
          (key, text) -> {
            if (quotesOther(key)) {
              return;
            }
            Matcher named = NAMED.matcher(text);
            while (named.find()) {
              if (!said(named.group(1), key, texts)) {
                found.add(language.tag() + " " + key + ": " + named.group(1));
              }
            }
          });
    }
    assertThat(found).isEmpty();
  }

  private static boolean said(String words, String where, Map<String, String> texts) {
    String wanted = plain(words);
    String names =
        Stream.of(Language.values())
            .map(each -> plain(each.ownName()))
            .collect(Collectors.joining(" "));
    return names.contains(wanted)
        || texts.entrySet().stream()
            .anyMatch(
                each -> !each.getKey().equals(where) && plain(each.getValue()).contains(wanted));
  }

  private static String plain(String words) {
    return PLACE.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("…");
  }

  private static List<String> against(
      List<Never> list, Language language, Map<String, String> texts) {
    List<String> found = new ArrayList<>();
    texts.forEach(
        (key, text) ->
            list.stream()
                .filter(never -> never.language() == language && never.stands(key, text))
                .forEach(never -> found.add(key + ": " + never.word() + " in “" + text + "”")));
    return found;
  }

  private static List<Never> list() throws IOException {
    List<Never> list = new ArrayList<>();
    for (String line : Files.readAllLines(LIST)) {
      String[] cells = line.split("\\|", -1);
      Optional<Language> language =
          Stream.of(Language.values())
              .filter(each -> cells.length == 7 && cells[1].strip().equals(each.tag()))
              .findFirst();
      language.ifPresent(
          each ->
              quoted(cells[4]).forEach(word -> list.add(new Never(each, word, quoted(cells[5])))));
    }
    return list;
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  private static Map<String, String> texts(Language language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    String end = "." + language.tag() + ".properties";
    for (Path folder : TEXTS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(end)).sorted().toList()) {
          Properties lines = new Properties();
          try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
          }
          lines.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
      }
    }
    return texts;
  }

  /// Names and notices that come with the program, by file and line.
  private static Map<String, String> named(Language language) throws IOException {
    Pattern own = Pattern.compile("\\b" + language.tag() + ": *(\"[^\"]*\"|[^,}]+)");
    Map<String, String> texts = new TreeMap<>();
    List<Path> files = new ArrayList<>(List.of(Path.of("../config/station.yaml")));
    try (Stream<Path> policies = Files.list(Path.of("../config/policy"))) {
      policies.filter(each -> each.toString().endsWith(".yaml")).forEach(files::add);
    }
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher named = own.matcher(lines.get(i));
        if (named.find()) {
          texts.put(file.getFileName() + " line " + (i + 1), named.group(1));
        }
      }
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }
}
