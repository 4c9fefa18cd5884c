package org.libstation.barcode;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says what a scan names, by the site's own rules.
///
/// The rules are tried in order. A rule that matches but whose check digit is wrong is remembered:
/// if no other rule takes the scan, the answer is *please scan again*, never a look-up with a wrong
/// number.
public final class Classifier {
  private static final Pattern TITLE_CODE =
      Pattern.compile("(97[789][0-9]{10})([0-9]{2}|[0-9]{5})?");

  /// What a rule's barcodes are on.
  public enum Kind {
    ITEM,
    PATRON
  }

  /// One kind of barcode of this library.
  ///
  /// @param pattern must match the whole scan, such as `3[0-9]{13}`
  /// @param symbology the AIM letter a scan must carry, where a site tells kinds apart by it
  public record Rule(
      Kind kind, Pattern pattern, CheckDigits.Rule check, Optional<Character> symbology) {
    public Rule(Kind kind, String pattern, CheckDigits.Rule check) {
      this(kind, Pattern.compile(pattern), check, Optional.empty());
    }
  }

  /// What a scan names.
  public sealed interface Meaning {
    record Item(String id) implements Meaning {}

    record Patron(String id) implements Meaning {}

    /// An ISBN or ISSN: it names a title and not a copy; "scan the library's own barcode".
    record TitleCode(String code) implements Meaning {}

    /// Looks like one of ours, but was misread.
    record BadCheckDigit(Kind kind, String data) implements Meaning {}

    /// No rule knows it; the screen it was scanned at decides.
    record Unclassified(String data) implements Meaning {}
  }

  private final List<Rule> rules;

  public Classifier(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// 14-digit library Codabar: `3…` items, `2…` patrons, Luhn.
  public static Classifier usual() {
    return new Classifier(
        List.of(
            new Rule(Kind.ITEM, "3[0-9]{13}", CheckDigits.Rule.LUHN),
            new Rule(Kind.PATRON, "2[0-9]{13}", CheckDigits.Rule.LUHN)));
  }

  /// Never throws, whatever was scanned.
  public Meaning classify(String data, Optional<Character> symbology) {
    Optional<Meaning> misread = Optional.empty();
    for (Rule rule : rules) {
      boolean ours =
          rule.pattern().matcher(data).matches()
              && (rule.symbology().isEmpty() || rule.symbology().equals(symbology));
      if (ours && rule.check().holds(data)) {
        return switch (rule.kind()) {
          case ITEM -> new Meaning.Item(data);
          case PATRON -> new Meaning.Patron(data);
        };
      }
      if (ours && misread.isEmpty()) {
        misread = Optional.of(new Meaning.BadCheckDigit(rule.kind(), data));
      }
    }
    return titleCode(data).orElse(misread.orElse(new Meaning.Unclassified(data)));
  }

  private static Optional<Meaning> titleCode(String data) {
    var matcher = TITLE_CODE.matcher(data);
    if (matcher.matches() && CheckDigits.ean13(matcher.group(1))) {
      return Optional.of(new Meaning.TitleCode(matcher.group(1)));
    }
    return Optional.empty();
  }
}
