package org.libstation.language;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.libstation.flow.state.Language;

/// Reads the few words that are needed before all texts are read and checked: those of
/// `start.LANGUAGE.properties`. No fault in them stops a start; [Texts] reports it later.
public final class FirstWords {
  /// Key of the first picture's words.
  public static final String MOMENT = "start.moment";

  private FirstWords() {}

  /// Returns one line in each language that has it.
  ///
  /// @param folders folders in order of precedence
  public static Map<Language, String> line(String key, List<Path> folders) {
    Map<Language, String> lines = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      for (Path folder : folders) {
        String line = read(folder.resolve("start." + language.tag() + ".properties"), key);
        if (!line.isEmpty()) {
          lines.putIfAbsent(language, line);
        }
      }
    }
    return lines;
  }

  /// @return empty if the key is missing
  private static String read(Path file, String key) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException | IllegalArgumentException _) {
      return "";
    }
    return words.getProperty(key, "").strip();
  }
}
