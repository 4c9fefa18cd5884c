package org.libstation.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libstation.flow.state.Language;

/// Reads every code in source, texts and pages, and says where one has a second meaning or has no
/// line on the page of codes.
final class CodeReading {
  private static final String PAGE = "docs/technician/codes.md";

  /// The same list in Chinese, whose words cannot be those of [#PAGE]; `CodesPageTest` holds it.
  private static final String CHINESE_PAGE = "docs/technician/codes.zh-Hant-HK.md";

  /// Say codes before there is a program, and beside it.
  private static final Set<String> SCRIPTS =
      Set.of("config/package/session", "config/package/update");

  /// What stands between other letters, digits or dashes is a call number or a model.
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![A-Za-z0-9_%#-])"
              + "(D[BPRSTV][0-9][0-9A-F]|DF[0-9A-F]{2}|[A-EG-Z][0-9][0-9A-F])"
              + "(?![A-Za-z0-9_])");

  /// A row of a table whose first cell is no more than a code.
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `?([A-Z0-9.]+)`? \\| (.*) \\|$");

  private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) =\\s*\"([A-Z0-9]+)\"");

  private static final Pattern ENUM =
      Pattern.compile("(?m)^  ([A-Z][A-Z0-9_]*)\\(\\s*\"([A-Z][0-9]{2})\"");

  /// The words of a code in a file of texts, such as `code.B11.what`.
  private static final Pattern KEY =
      Pattern.compile("(?m)^((?:code|finding|device|test\\.bad|noprint)\\.[A-Z0-9]+[a-z.]*) *=");

  /// Looks like a code and is none: a scanner's model, a keyboard's standard, the X server, numbers
  /// and tags of tests.
  private static final Set<String> NO_CODES = Set.of("N86", "Z71", "X77", "X11", "L55", "E00");

  /// They name codes that nobody says, to see that these are found.
  private static final Set<String> NAME_ANY =
      Set.of(
          "kiosk-app/src/test/java/org/libstation/flow/OneMeaningTest.java",
          "kiosk-app/src/test/java/org/libstation/flow/CodeReading.java");

  /// Pictures are drawn by paths (`M40 470h120`), keys and moments are no codes of ours.
  private static final Pattern NOT_READ =
      Pattern.compile(
          ".*/screen/kit/picture/\\w*Pictures?\\.java|.*/fines/DimensionsTest\\.java"
              + "|.*/policy/SignedPolicyTest\\.java");

  /// What one kind of device says, and the only packages that may make one up.
  private static final Map<String, String> FAMILIES =
      Map.of(
          "DR", "device/pad/",
          "DF", "device/pad/",
          "DT", "device/pad/|/tag/",
          "DS", "device/linescanner/|device/keyscanner/",
          "DP", "device/escpos/|device/ippprinter/|device/pdfprinter/|device/starline/",
          "DB", "device/modbusbin/",
          "DC", "device/chipcard/",
          "DV", "station/parts/SpeechParts");

  private static final Map<String, Set<String>> ALL = new ConcurrentHashMap<>();

  private final Map<String, String> texts;
  private final Map<String, String> living = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private CodeReading(Map<String, String> texts) {
    this.texts = texts;
  }

  /// All texts of a checkout that may name a code, by their paths.
  static Map<String, String> of(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Path> roots =
        Stream.of("docs", "config", "device-drivers/src", "offline-sync/src", "kiosk-app/src")
            .map(root::resolve)
            .toList();
    for (Path one : roots) {
      try (Stream<Path> all = Files.walk(one)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String name = root.relativize(file).toString();
          if (name.matches(".*\\.(java|md|yaml|properties|rules|layout)|config/scenarios/.*")
              || SCRIPTS.contains(name)) {
            texts.put(name, Files.readString(file));
          }
        }
      }
    }
    texts.put("README.md", Files.readString(root.resolve("README.md")));
    return texts;
  }

  /// What is wrong, each with its file; empty when every code has one meaning and one line.
  static List<String> faults(Map<String, String> texts) {
    CodeReading reading = new CodeReading(texts);
    reading.page();
    reading.tokens();
    reading.tables();
    reading.names();
    reading.families();
    reading.words();
    return reading.faults;
  }

  private void fault(String where, String code, String what) {
    faults.add(where + ": " + code + " " + what);
  }

  /// One line each.
  private void page() {
    for (MatchResult row : rows(texts.getOrDefault(PAGE, ""))) {
      String before = living.putIfAbsent(row.group(1), cells(row).getFirst());
      if (before != null) {
        fault(PAGE, row.group(1), "has two lines");
      }
    }
  }

  /// Every code that stands anywhere has its line, and every line is somebody's.
  private void tokens() {
    Set<String> said = new TreeSet<>();
    texts.forEach(
        (name, text) -> {
          if (NOT_READ.matcher(name).matches()) {
            return;
          }
          boolean source =
              (name.contains("/src/main/java/") && name.endsWith(".java"))
                  || SCRIPTS.contains(name);
          for (String code : all(text)) {
            if (source) {
              said.add(line(code));
            }
            if (NO_CODES.contains(code)
                || living.containsKey(line(code))
                || NAME_ANY.contains(name)) {
              continue;
            }
            fault(name, code, "has no line in " + PAGE);
          }
        });
    // Made of the reader's own number, so no source holds one whole.
    said.add("DF..");
    living.keySet().stream()
        .filter(code -> !said.contains(code))
        .forEach(code -> fault(PAGE, code, "is said by nothing: delete its line"));
  }

  /// A status of a reader's own protocol has one line with all others.
  private static String line(String code) {
    return code.startsWith("DF") ? "DF.." : code;
  }

  /// Each text is read once, however often the house is read with something planted in it.
  private static Set<String> all(String text) {
    return ALL.computeIfAbsent(
        text,
        read ->
            CODE.matcher(read)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /// A table anywhere whose rows begin with a code says what the page of codes says. What every
  /// device may say (D and two digits) is told by each driver in its own way.
  private void tables() {
    texts.forEach(
        (name, text) -> {
          if (!name.endsWith(".md") || name.equals(PAGE) || name.equals(CHINESE_PAGE)) {
            return;
          }
          for (MatchResult row : rows(text)) {
            String code = row.group(1);
            String said = cells(row).getFirst();
            String meaning = living.getOrDefault(code, "");
            if (!code.matches("D\\d\\d") && !said.equals(meaning)) {
              fault(name, code, "means \"" + meaning + "\" and here \"" + said + "\"");
            }
          }
        });
  }

  private static List<MatchResult> rows(String text) {
    return ROW.matcher(text)
        .results()
        .filter(row -> CODE.matcher(row.group(1)).matches() || row.group(1).equals("DF.."))
        .toList();
  }

  private static List<String> cells(MatchResult row) {
    return Stream.of(row.group(2).split("\\|", -1)).map(String::strip).toList();
  }

  /// A code has one name in the source.
  private void names() {
    Map<String, String> first = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          if (!name.contains("/src/main/java/")) {
            return;
          }
          Stream.concat(CONSTANT.matcher(text).results(), ENUM.matcher(text).results())
              .filter(it -> CODE.matcher(it.group(2)).matches())
              .forEach(
                  it -> {
                    String before = first.putIfAbsent(it.group(2), it.group(1));
                    if (before != null && !before.equals(it.group(1))) {
                      fault(name, it.group(2), "is " + before + " and " + it.group(1));
                    }
                  });
        });
  }

  /// A driver says no patron's code, and no other kind of device's; a screen says no device's.
  private void families() {
    Matcher constants =
        Pattern.compile("(?m)^  ([A-Z][0-9]{2})\\(")
            .matcher(
                texts.getOrDefault(
                    "kiosk-app/src/main/java/org/libstation/flow/state/Code.java", ""));
    constants
        .results()
        .map(it -> it.group(1))
        .filter(code -> code.matches("[EG].*"))
        .forEach(code -> fault("Code.java", code, "is of the checks"));
    texts.forEach(
        (name, text) -> {
          boolean main = name.contains("/src/main/java/") && name.endsWith(".java");
          boolean drivers = name.startsWith("device-drivers/");
          for (String code : all(text)) {
            if (drivers && !code.matches("[DE].*") && !NO_CODES.contains(code)) {
              fault(name, code, "is no device's");
            }
            String home = code.length() == 4 ? FAMILIES.getOrDefault(code.substring(0, 2), "") : "";
            boolean made = main && drivers && text.contains("\"" + code + "\"");
            if (made && !home.isEmpty() && !said(name, home)) {
              fault(name, code, "is another kind of device's");
            }
          }
        });
  }

  /// The tables that say which finding a code is told as hold those of all kinds.
  private static boolean said(String name, String home) {
    return name.contains("/exam/") || Stream.of(home.split("\\|", -1)).anyMatch(name::contains);
  }

  /// A key of a code stands in one file of a language, and in all three.
  private void words() {
    Map<String, Map<String, List<String>>> files = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          if (name.matches("config/texts/.*\\.properties")) {
            String language = name.substring(name.indexOf('.') + 1, name.lastIndexOf('.'));
            key(text)
                .forEach(
                    one ->
                        files
                            .computeIfAbsent(one, _ -> new TreeMap<>())
                            .computeIfAbsent(language, _ -> new ArrayList<>())
                            .add(name));
          }
        });
    files.forEach(
        (one, languages) -> {
          if (languages.size() != Language.values().length) {
            fault("config/texts", one, "stands in " + languages.keySet() + " alone");
          }
          languages.values().stream()
              .filter(in -> in.size() > 1)
              .forEach(in -> fault(in.toString(), one, "has words twice"));
        });
  }

  private static List<String> key(String text) {
    return KEY.matcher(text).results().map(it -> it.group(1)).toList();
  }
}
