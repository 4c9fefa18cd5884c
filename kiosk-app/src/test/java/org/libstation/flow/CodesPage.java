package org.libstation.flow;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.device.exam.DeviceFault;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Language;

/// Writes the technician's list of codes in one language, from the codes of the program, its texts,
/// and `codes-page.LANGUAGE.properties` for what the program does not say.
final class CodesPage {
  private static final Path TEXTS = Path.of("..", "config", "texts");
  private static final Path OWN = Path.of("src/test/resources/org/libstation/flow");
  private static final String FINDING = "finding.";

  private final Language language;
  private final Map<String, String> own;
  private final Map<String, String> texts = new TreeMap<>();
  private final SortedSet<String> taken = new TreeSet<>();

  private CodesPage(Language language) throws IOException {
    this.language = language;
    own = lines(OWN.resolve("codes-page." + language.tag() + ".properties"));
    for (String file : List.of("codes", "check", "service")) {
      texts.putAll(lines(TEXTS.resolve(file + "." + language.tag() + ".properties")));
    }
  }

  static CodesPage in(Language language) throws IOException {
    return new CodesPage(language);
  }

  /// The file that the page stands in.
  static Path file(Language language) {
    String name = language == Language.EN ? "codes.md" : "codes." + language.tag() + ".md";
    return Path.of("..", "docs", "technician", name);
  }

  /// Lines of its own that no row and no heading took.
  SortedSet<String> unused() {
    SortedSet<String> unused = new TreeSet<>(own.keySet());
    unused.removeAll(taken);
    return unused;
  }

  String write() {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(own("page.title")).append("\n\n").append(own("page.about"));
    page.append("\n\n").append(own("page.other")).append("\n\n").append(own("page.how"));
    page.append("\n\n## ").append(own("page.symptoms")).append("\n\n");
    page.append(head("page.symptoms.head", 2));
    own.keySet().stream()
        .filter(key -> key.startsWith("symptom.") && key.endsWith(".see"))
        .map(key -> key.substring(0, key.length() - ".see".length()))
        .forEach(key -> page.append(row(List.of(own(key + ".see"), own(key + ".do")))));
    String letter = "";
    for (String code : codes()) {
      if (!code.startsWith(letter) || letter.isEmpty()) {
        letter = code.substring(0, 1);
        page.append("\n## ").append(own("letter." + letter)).append("\n\n");
        if (letter.equals("D")) {
          page.append(own("page.devices")).append("\n\n");
        }
        page.append(found(code) ? head("page.findings.head", 4) : head("page.codes.head", 3));
      }
      page.append(row(cells(code)));
    }
    return page.toString().replace("./station", "libstation");
  }

  /// All codes in the order in which a person looks them up.
  private SortedSet<String> codes() {
    return Stream.of(
            Stream.of(Code.values()).map(Code::name),
            texts.keySet().stream()
                .filter(key -> key.matches("(finding|device)\\.[A-Z]+[0-9]+\\.what"))
                .map(key -> key.split("\\.", -1)[1]),
            own.keySet().stream()
                .filter(key -> key.matches("[A-Z][A-Z0-9.]*\\.(what|do)"))
                .map(key -> key.substring(0, key.lastIndexOf('.'))),
            Stream.of("R", "S", "C", "P", "B")
                .flatMap(
                    kind ->
                        Stream.iterate(0, it -> it < 256, it -> it + 1)
                            .map(it -> "D%s%02X".formatted(kind, it)))
                .filter(code -> DeviceFault.ofHealth(code).isPresent()))
        .flatMap(it -> it)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean found(String code) {
    return code.startsWith("E") || code.startsWith("G");
  }

  private List<String> cells(String code) {
    if (found(code)) {
      return List.of(
          code,
          text(FINDING + code + ".what"),
          text(FINDING + code + ".cause"),
          text(FINDING + code + ".do"));
    }
    Optional<String> finding = DeviceFault.ofHealth(code).map(DeviceFault::code);
    String meaning =
        Stream.of(Code.values())
            .filter(each -> each.name().equals(code) && language == Language.EN)
            .map(Code::meaning)
            .findFirst()
            .orElseGet(() -> first(code, "what", finding));
    String remedy = first(code, "do", finding);
    return List.of(code, meaning, finding.map(it -> it + ": " + remedy).orElse(remedy));
  }

  /// The page's own words before those of the texts, and those of the finding last.
  private String first(String code, String kind, Optional<String> finding) {
    String key = code + "." + kind;
    if (own.containsKey(key)) {
      return own(key);
    }
    return Stream.concat(
            Stream.of("code." + key, "device." + key),
            finding.stream().map(it -> FINDING + it + "." + kind))
        .filter(texts::containsKey)
        .map(texts::get)
        .findFirst()
        .orElseThrow(() -> new AssertionError(language + " has no words for " + key));
  }

  private String own(String key) {
    taken.add(key);
    return Optional.ofNullable(own.get(key))
        .orElseThrow(() -> new AssertionError(language + " has no words for " + key));
  }

  private String text(String key) {
    return Optional.ofNullable(texts.get(key))
        .orElseThrow(() -> new AssertionError(language + " has no words for " + key));
  }

  private String head(String key, int columns) {
    return "| " + own(key) + " |\n" + "|---".repeat(columns) + "|\n";
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static Map<String, String> lines(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, read::getProperty, (one, _) -> one, TreeMap::new));
  }
}
