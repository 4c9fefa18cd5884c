package org.libstation.language;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.file.BoundedFile;
import org.libstation.file.ProgramName;
import org.libstation.flow.state.Language;

/// All texts in all languages.
///
/// A folder holds files named `LANGUAGE.properties` or `anything.LANGUAGE.properties` (`zh-Hans`,
/// `receipt.zh-Hans` …), in UTF-8, one line for each key. Placeholders are `{0}`, `{1}` …. A text
/// with a count has the keys `key.one` and `key.other`; the Chinese files need only `key.other`.
public final class Texts {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

  private static final String ONE = ".one";
  private static final String OTHER = ".other";

  private final Map<Language, Map<String, String>> lines;

  private Texts(Map<Language, Map<String, String>> lines) {
    this.lines = lines;
  }

  /// Reads a folder.
  ///
  /// @param own folder of the site with lines that override the first folder's; it may hold only a
  ///   few
  /// @throws TextsException if a file cannot be read or the languages do not agree
  public static Texts load(Path folder, Optional<Path> own) {
    return load(folder, Optional.empty(), own);
  }

  /// Reads a folder, and a site's copy of it.
  ///
  /// @param copy folder whose lines override the first's; it may be of another version, so missing
  ///   keys come from the first folder, and unknown keys are ignored
  /// @param own folder that overrides both, as above
  /// @throws TextsException if a file cannot be read or the languages do not agree
  public static Texts load(Path folder, Optional<Path> copy, Optional<Path> own) {
    List<String> findings = new ArrayList<>();
    Map<Language, Map<String, String>> lines = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<String, String> given = read(folder, language, findings);
      copy.ifPresent(site -> read(site, language, findings).forEach(given::replace));
      own.ifPresent(
          site ->
              read(site, language, findings)
                  .forEach(
                      (key, text) -> {
                        if (given.replace(key, text) == null) {
                          findings.add(
                              place(site, language, key)
                                  + key
                                  + ": no text has this key; expected one of those in "
                                  + folder);
                        }
                      }));
      lines.put(language, given);
    }
    findings.addAll(disagreements(lines));
    if (!findings.isEmpty()) {
      throw new TextsException(findings);
    }
    return new Texts(lines);
  }

  /// Returns the words of one language.
  public Words in(Language language) {
    return new Words(language, lines.getOrDefault(language, Map.of()), this::in);
  }

  /// Returns all keys, with every form of counts.
  public Set<String> keys() {
    return keys(lines);
  }

  private static Set<String> keys(Map<Language, Map<String, String>> lines) {
    return lines.values().stream()
        .flatMap(language -> language.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> read(Path folder, Language language, List<String> findings) {
    Map<String, String> lines = new TreeMap<>();
    String end = language.tag() + ".properties";
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(
                  file -> {
                    String name = file.getFileName().toString();
                    return name.equals(end) || name.endsWith("." + end);
                  })
              .sorted()
              .toList();
    } catch (IOException e) {
      findings.add(folder + ": cannot be read: " + e.getMessage());
      return lines;
    }
    for (Path file : files) {
      properties(file, findings)
          .forEach(
              (key, text) -> {
                if (lines.put(key, text) != null) {
                  findings.add(file + ": the key " + key + " stands in another file too");
                }
              });
    }
    return lines;
  }

  private static String place(Path folder, Language language, String key) {
    String end = language.tag() + ".properties";
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(end))
          .sorted()
          .filter(file -> lineOf(file, key) > 0)
          .findFirst()
          .map(file -> place(file, key))
          .orElse(folder + ": ");
    } catch (IOException e) {
      return folder + ": ";
    }
  }

  private static String place(Path file, String key) {
    int line = lineOf(file, key);
    return line > 0 ? file + ", line " + line + ": " : file + ": ";
  }

  /// Returns the last line that contains a key, counted from 1; 0 = none.
  private static int lineOf(Path file, String key) {
    Pattern stands = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=: ].*");
    int found = 0;
    try {
      List<String> lines = BoundedFile.text(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (stands.matcher(lines.get(i)).matches()) {
          found = i + 1;
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return found;
  }

  private static Map<String, String> properties(Path file, List<String> findings) {
    Set<String> twice = new HashSet<>();
    Properties properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
              twice.add(key.toString());
            }
            return super.put(key, value);
          }
        };
    try {
      properties.load(new StringReader(BoundedFile.text(file)));
    } catch (IOException e) {
      findings.add(file + ": cannot be read as UTF-8 properties: " + BoundedFile.why(e));
    } catch (IllegalArgumentException e) {
      findings.add(file + ": cannot be read as UTF-8 properties: " + e.getMessage());
    }
    twice.forEach(
        key ->
            findings.add(place(file, key) + key + ": stands there twice; expected each key once"));
    return properties.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(key -> key, key -> ProgramName.in(properties.getProperty(key, ""))));
  }

  private static List<String> disagreements(Map<Language, Map<String, String>> lines) {
    List<String> findings = new ArrayList<>();
    Set<String> all = keys(lines);
    for (String key : all) {
      Set<Set<String>> places = new HashSet<>();
      lines.forEach(
          (language, texts) -> {
            String text = texts.get(key);
            if (text != null) {
              places.add(places(text));
            } else if (!mayLack(language, key, all)) {
              findings.add("texts in " + language.tag() + ": the key " + key + " is missing");
            }
          });
      if (places.size() > 1 && !key.endsWith(ONE)) {
        findings.add("texts: the places of " + key + " differ between the languages");
      }
    }
    return findings;
  }

  /// Whether a key may be missing: Chinese has one form for all counts.
  private static boolean mayLack(Language language, String key, Set<String> all) {
    return language.script() == Language.Script.HAN
        && key.endsWith(ONE)
        && all.contains(key.substring(0, key.length() - ONE.length()) + OTHER);
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
