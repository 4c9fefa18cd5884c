package org.libstation.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.libstation.device.Receipt;
import org.libstation.file.BoundedFile;
import org.libstation.flow.state.Language;
import org.libstation.language.Texts;
import org.libstation.paper.Layout.Element;
import org.libstation.paper.Layout.ElementKind;
import org.libstation.paper.Layout.Part;
import org.libstation.paper.Layout.TemplateField;

/// Reads a template with one element on each line: `[LANGUAGE] KIND STYLE PLACE = WORDS`. The
/// comments of `config/receipts/slip.layout` explain it.
public final class LayoutFile {
  static final int MOST_LINES = 100;
  static final int LONGEST_QR = 300;
  static final int LONGEST_CODABAR = 20;

  private static final Pattern LINE =
      Pattern.compile("(?:\\[(?<only>[^\\]]*)]\\s*)?(?<left>[^=]*?)\\s*(?:=\\s*(?<words>.*))?");
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final String SAY = "say:";
  private static final String KINDS = "banner, body, logo, text, pair, rule, space, qr or codabar";

  private final Path file;
  private final Texts texts;
  private final int dots;
  private final List<String> findings = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private int number;

  private LayoutFile(Path file, Texts texts, int dots) {
    this.file = file;
    this.texts = texts;
    this.dots = dots;
  }

  /// Reads and checks a template.
  ///
  /// @param texts texts that `{say:KEY}` may name
  /// @param dots width of the paper in dots; no logo may be wider
  /// @throws LayoutException with every finding, if the template cannot be used
  public static Layout read(Path file, Texts texts, int dots) {
    List<String> lines;
    try {
      lines = BoundedFile.text(file).lines().toList();
    } catch (IOException e) {
      throw new LayoutException(
          List.of(file + ": cannot be read as UTF-8 text: " + BoundedFile.why(e)));
    }
    return read(file, lines, texts, dots);
  }

  static Layout read(Path file, List<String> lines, Texts texts, int dots) {
    LayoutFile reading = new LayoutFile(file, texts, dots);
    reading.lines(lines);
    if (!reading.findings.isEmpty()) {
      throw new LayoutException(reading.findings);
    }
    return new Layout(reading.elements);
  }

  private void lines(List<String> lines) {
    if (lines.size() > MOST_LINES) {
      findings.add(file + ": expected at most " + MOST_LINES + " lines");
      return;
    }
    for (String line : lines) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        element(stripped);
      }
    }
    number = 0;
    if (findings.isEmpty()) {
      whole();
    }
  }

  private void whole() {
    long bodies = count(ElementKind.Body.class);
    if (bodies != 1
        || elements.stream().anyMatch(e -> e.kind() instanceof ElementKind.Body && some(e))) {
      findings.add(file + ": body: expected once, in all languages");
    }
    if (elements.stream().noneMatch(e -> e.kind() instanceof ElementKind.Banner && !some(e))) {
      findings.add(
          file + ": banner: expected at least once, so that training never looks like lending");
    }
  }

  private static boolean some(Element element) {
    return element.only().isPresent();
  }

  private long count(Class<? extends ElementKind> kind) {
    return elements.stream().filter(element -> kind.isInstance(element.kind())).count();
  }

  private void element(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      finding("line", "[LANGUAGE] KIND STYLE PLACE = WORDS");
      return;
    }
    Optional<Language> only = Optional.empty();
    String tag = matcher.group("only");
    if (tag != null) {
      only = Arrays.stream(Language.values()).filter(l -> l.tag().equals(tag)).findFirst();
      if (only.isEmpty()) {
        finding(
            "[" + tag + "]",
            "one of "
                + Arrays.stream(Language.values())
                    .map(Language::tag)
                    .collect(Collectors.joining(", ")));
        return;
      }
    }
    Optional<Language> language = only;
    List<String> left = new ArrayList<>(List.of(matcher.group("left").strip().split("\\s+")));
    String name = left.removeFirst();
    String words = matcher.group("words");
    kind(name, left, Optional.ofNullable(words))
        .ifPresent(kind -> elements.add(new Element(language, kind)));
  }

  private Optional<ElementKind> kind(String name, List<String> looks, Optional<String> words) {
    return switch (name) {
      case "banner" -> bare(name, looks, words, new ElementKind.Banner());
      case "body" -> bare(name, looks, words, new ElementKind.Body());
      case "rule" -> bare(name, looks, words, new ElementKind.RuleElement());
      case "space" -> bare(name, looks, words, new ElementKind.SpaceElement());
      case "text" -> text(looks, words);
      case "pair" -> pair(looks, words);
      case "logo" -> coded(name, looks, words).flatMap(this::logo);
      case "qr" -> coded(name, looks, words).flatMap(this::qr);
      case "codabar" -> coded(name, looks, words).flatMap(this::codabar);
      default -> finding(name, KINDS);
    };
  }

  private Optional<ElementKind> bare(
      String name, List<String> looks, Optional<String> words, ElementKind kind) {
    return looks.isEmpty() && words.isEmpty()
        ? Optional.of(kind)
        : finding(name, "nothing behind it");
  }

  private Optional<String> coded(String name, List<String> looks, Optional<String> words) {
    if (!looks.isEmpty() || words.filter(text -> !text.isBlank()).isEmpty()) {
      finding(name, name + " = what it shows");
      return Optional.empty();
    }
    return words.map(String::strip);
  }

  private Optional<ElementKind> text(List<String> looks, Optional<String> words) {
    Receipt.Style style = Receipt.Style.NORMAL;
    Receipt.Align align = Receipt.Align.LEFT;
    for (String look : looks) {
      Optional<Receipt.Style> asStyle = word(Receipt.Style.values(), look);
      Optional<Receipt.Align> asPlace = word(Receipt.Align.values(), look);
      if (asStyle.isEmpty() && asPlace.isEmpty()) {
        return finding("text", "normal, bold or large, and left, centre or right, not " + look);
      }
      style = asStyle.orElse(style);
      align = asPlace.orElse(align);
    }
    Receipt.Style theStyle = style;
    Receipt.Align theAlign = align;
    return words
        .flatMap(text -> parts("text", text))
        .<ElementKind>map(parts -> new ElementKind.TextElement(parts, theStyle, theAlign))
        .or(() -> words.isEmpty() ? finding("text", "text = WORDS") : Optional.empty());
  }

  private Optional<ElementKind> pair(List<String> looks, Optional<String> words) {
    Receipt.Style style = Receipt.Style.NORMAL;
    for (String look : looks) {
      Optional<Receipt.Style> asStyle = word(Receipt.Style.values(), look);
      if (asStyle.isEmpty()) {
        return finding("pair", "normal, bold or large, not " + look);
      }
      style = asStyle.get();
    }
    String[] sides = words.orElse("").split("\\|", -1);
    if (sides.length != 2) {
      return finding("pair", "pair = WORDS AT THE LEFT | WORDS AT THE RIGHT");
    }
    Receipt.Style theStyle = style;
    return parts("pair", sides[0].strip())
        .flatMap(
            left ->
                parts("pair", sides[1].strip())
                    .map(right -> new ElementKind.PairElement(left, right, theStyle)));
  }

  private static <E extends Enum<E>> Optional<E> word(E[] all, String word) {
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(java.util.Locale.ROOT).equals(word))
        .findFirst();
  }

  private Optional<List<Part>> parts(String name, String words) {
    List<Part> parts = new ArrayList<>();
    Matcher places = PLACE.matcher(words);
    int at = 0;
    while (places.find()) {
      literal(parts, words.substring(at, places.start()));
      Optional<Part> part = place(name, places.group(1));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
      at = places.end();
    }
    literal(parts, words.substring(at));
    if (words.substring(at).matches(".*[{}].*")) {
      finding(name, "braces in pairs");
      return Optional.empty();
    }
    return Optional.of(parts);
  }

  private static void literal(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text));
    }
  }

  private Optional<Part> place(String name, String inside) {
    if (inside.startsWith(SAY)) {
      String key = inside.substring(SAY.length());
      boolean plain =
          Arrays.stream(Language.values()).allMatch(language -> texts.in(language).plain(key));
      if (!plain) {
        finding(name, "a key of the texts that has no place to fill, not " + key);
        return Optional.empty();
      }
      return Optional.of(new Part.LayoutTextLine(key));
    }
    Optional<Part> field =
        Arrays.stream(TemplateField.values())
            .filter(each -> each.word().equals(inside))
            .findFirst()
            .map(Part.Filled::new);
    if (field.isEmpty()) {
      finding(
          name,
          "one of "
              + Arrays.stream(TemplateField.values())
                  .map(each -> "{" + each.word() + "}")
                  .collect(Collectors.joining(", "))
              + " or {say:KEY}, not {"
              + inside
              + "}");
    }
    return field;
  }

  private Optional<ElementKind> logo(String name) {
    try {
      return Optional.of(new ElementKind.Logo(LogoFile.read(file.resolveSibling(name), dots)));
    } catch (LogoFile.WrongLogo e) {
      return finding("logo", String.valueOf(e.getMessage()));
    }
  }

  private Optional<ElementKind> qr(String text) {
    return text.length() <= LONGEST_QR
        ? Optional.of(new ElementKind.QrElement(text))
        : finding("qr", "at most " + LONGEST_QR + " characters");
  }

  private Optional<ElementKind> codabar(String data) {
    return data.length() <= LONGEST_CODABAR && Receipt.Codabar.fits(data)
        ? Optional.of(new ElementKind.CodabarElement(data))
        : finding(
            "codabar",
            "a letter A to D, digits, a letter A to D, at most " + LONGEST_CODABAR + " together");
  }

  private <T> Optional<T> finding(String element, String expected) {
    findings.add(file + ", line " + number + ": " + element + ": expected: " + expected);
    return Optional.empty();
  }
}
