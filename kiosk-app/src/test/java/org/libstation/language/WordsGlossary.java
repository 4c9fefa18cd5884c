package org.libstation.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.libstation.flow.state.Language;

/// Makes a glossary for translation programs (TBX, ISO 30042) from the two tables of
/// `docs/patron-services/words.md`.
final class WordsGlossary {
  private static final Path WORDS = Path.of("../docs/patron-services/words.md");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]*\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private WordsGlossary() {}

  /// An English term, the term of the language, and the words that it replaces.
  private record Entry(String english, String term, String usage) {}

  /// The file of a language. English has none: it is the source.
  static Path file(Language language) {
    return Path.of("../docs/developer/weblate/words." + language.tag() + ".tbx");
  }

  static String written(Language language) throws IOException {
    StringBuilder out =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Generated from docs/patron-services/words.md; change the words there. -->
            <martif type="TBX" xml:lang="en">
              <martifHeader>
                <fileDesc>
                  <sourceDesc>
                    <p>Libstation, docs/patron-services/words.md</p>
                  </sourceDesc>
                </fileDesc>
              </martifHeader>
              <text>
                <body>
            """);
    List<Entry> entries = entries(language);
    for (int at = 0; at < entries.size(); at++) {
      Entry entry = entries.get(at);
      out.append("      <termEntry id=\"%d\">\n".formatted(at + 1));
      if (!entry.usage().isEmpty()) {
        out.append(
            "        <descrip type=\"Usage note\">%s</descrip>\n".formatted(xml(entry.usage())));
      }
      out.append(term("en", entry.english()));
      out.append(term(language.tag(), entry.term()));
      out.append("      </termEntry>\n");
    }
    return out.append("    </body>\n  </text>\n</martif>\n").toString();
  }

  private static String term(String tag, String term) {
    return "        <langSet xml:lang=\"%s\"><tig><term>%s</term></tig></langSet>\n"
        .formatted(tag, xml(term));
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static List<Entry> entries(Language language) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int column = 0;
    for (String line : Files.readAllLines(WORDS)) {
      List<String> cells =
          List.of(line.split("\\|", -1)).stream().map(WordsGlossary::plain).toList();
      if (!line.startsWith("|")) {
        column = 0;
      } else if (cells.contains("English")
          && cells.contains(language.ownName() + variant(language))) {
        column = cells.indexOf(language.ownName() + variant(language));
      } else if (column == 0 && cells.size() == 7 && cells.get(1).equals(language.tag())) {
        add(entries, cells.get(3), cells.get(2), never(cells.get(4), cells.get(5)));
      } else if (column > 0 && !cells.get(1).startsWith("---")) {
        add(entries, cells.get(1), cells.get(column), "");
      }
    }
    return entries;
  }

  private static String variant(Language language) {
    return language == Language.ZH_HANT_HK ? "（香港）" : "";
  }

  private static String plain(String cell) {
    return LINK.matcher(cell).replaceAll("$1").strip();
  }

  private static String never(String words, String but) {
    List<String> never = QUOTED.matcher(words).results().map(found -> found.group(1)).toList();
    String line = never.isEmpty() ? "" : "Never: " + String.join(", ", never) + ".";
    return but.isEmpty() ? line : line + " Exception: " + but.replace("`", "") + ".";
  }

  /// Cells with as many words in both languages are several entries; others are one.
  private static void add(List<Entry> entries, String english, String term, String usage) {
    String[] sources = english.split("[,;] ", -1);
    String[] targets = term.split("[,;] ", -1);
    if (english.isEmpty()) {
      return;
    }
    if (sources.length != targets.length) {
      entries.add(new Entry(english, term, usage));
      return;
    }
    for (int at = 0; at < sources.length; at++) {
      entries.add(new Entry(sources[at], targets[at], usage));
    }
  }
}
