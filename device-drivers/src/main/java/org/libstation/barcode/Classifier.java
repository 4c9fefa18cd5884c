package org.libstation.barcode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides by the site's rules what a scan names (item, patron or title), and gives the reason.
///
/// An ISBN or ISSN is recognised first, unless the site lets its own rules go first. Then the
/// site's rules apply in order, each with symbology, pattern and check digit. For a reader of cards
/// alone, the rules for patrons come before the others. If no rule matches, a reader of cards gives
/// a patron, and for any other reader the screen decides.
///
/// If a rule matches but its check digit is wrong, later rules are still tried. If none accepts the
/// scan, the answer is *please scan again*, never a look-up with a wrong number.
public final class Classifier {
  private static final Pattern TITLE_CODE =
      Pattern.compile("(97[789][0-9]{10})([0-9]{2}|[0-9]{5})?");

  /// What carries the barcodes of a rule.
  public enum CodeOwner {
    ITEM,
    PATRON
  }

  /// The reader that made a scan.
  public enum ScanSource {
    ANY,
    /// A reader for cards alone.
    CARDS
  }

  /// Whether an ISBN or ISSN is recognised before or after the site's barcode rules.
  public enum Titles {
    /// ISBN and ISSN are recognised first: such a code always names a title, even if a rule fits
    /// its digits.
    FIRST,
    /// The site's rules are tried first, for a library that puts EAN numbers on its copies.
    AFTER_RULES
  }

  /// One kind of barcode of this library.
  ///
  /// @param pattern must match the whole scan, such as `3[0-9]{13}`
  /// @param symbologies the accepted symbologies, if a site distinguishes kinds by them; empty
  ///   accepts any, and scans without one
  /// @param dropsCheck whether the check character at the end is no part of the number
  public record BarcodeRule(
      CodeOwner kind,
      Pattern pattern,
      CheckDigits.CheckDigitRule check,
      Set<Symbology> symbologies,
      boolean dropsCheck) {
    public BarcodeRule {
      symbologies = Set.copyOf(symbologies);
    }

    /// A rule for any symbology whose number includes the check character.
    public static BarcodeRule of(CodeOwner kind, String pattern, CheckDigits.CheckDigitRule check) {
      return new BarcodeRule(kind, Pattern.compile(pattern), check, Set.of(), false);
    }

    private boolean fits(String data, Optional<Symbology> symbology) {
      return pattern.matcher(data).matches()
          && (symbologies.isEmpty() || symbology.filter(symbologies::contains).isPresent());
    }

    private String number(String data) {
      return dropsCheck && data.length() > 1 ? data.substring(0, data.length() - 1) : data;
    }
  }

  /// The meaning of a scan.
  public sealed interface Meaning {
    record ItemBarcode(String id) implements Meaning {}

    record Patron(String id) implements Meaning {}

    /// An ISBN or ISSN. It names a title, not a copy, so the patron is told to scan the library's
    /// own barcode.
    record TitleCode(String code) implements Meaning {}

    /// Looks like one of the library's barcodes, but was misread.
    record BadCheckDigit(CodeOwner kind, String data) implements Meaning {}

    /// No rule matches; the screen where it was scanned decides.
    record Unclassified(String data) implements Meaning {}
  }

  /// The reason for a judgement.
  public enum Because {
    RULE,
    CARD_READER,
    TITLE_NUMBER,
    WRONG_CHECK_DIGIT,
    NO_RULE
  }

  /// A meaning and its reason.
  ///
  /// @param rule the number of the deciding rule, counted from 1; empty when no rule decided
  public record Judgement(Meaning meaning, Because because, OptionalInt rule) {}

  private final List<BarcodeRule> rules;
  private final Titles titles;

  public Classifier(List<BarcodeRule> rules, Titles titles) {
    this.rules = List.copyOf(rules);
    this.titles = titles;
  }

  /// The usual rules: 14-digit library Codabar, `3…` for items, `2…` for patrons, Luhn.
  public static Classifier usual() {
    return new Classifier(
        List.of(
            BarcodeRule.of(CodeOwner.ITEM, "3[0-9]{13}", CheckDigits.CheckDigitRule.LUHN),
            BarcodeRule.of(CodeOwner.PATRON, "2[0-9]{13}", CheckDigits.CheckDigitRule.LUHN)),
        Classifier.Titles.FIRST);
  }

  /// Judges a scan. Never throws, whatever was scanned.
  ///
  /// @param letter of the AIM identifier; empty if the reader sent none
  public Judgement judge(String data, Optional<Character> letter, ScanSource source) {
    Optional<Symbology> symbology = letter.flatMap(Symbology::of);
    Optional<Judgement> title = title(data, letter, symbology);
    if (titles == Titles.FIRST && title.isPresent()) {
      return title.get();
    }
    Optional<Judgement> ruled =
        switch (source) {
          case ANY -> byRules(data, symbology, Optional.empty());
          case CARDS ->
              byRules(data, symbology, Optional.of(CodeOwner.PATRON))
                  .filter(taken -> !(taken.meaning() instanceof Meaning.BadCheckDigit))
                  .or(() -> byRules(data, symbology, Optional.empty()));
        };
    return ruled
        .filter(taken -> !(taken.meaning() instanceof Meaning.BadCheckDigit))
        .or(() -> title)
        .or(() -> ruled)
        .orElseGet(() -> unruled(data, source));
  }

  private static Judgement unruled(String data, ScanSource source) {
    return switch (source) {
      case ANY ->
          new Judgement(new Meaning.Unclassified(data), Because.NO_RULE, OptionalInt.empty());
      case CARDS ->
          new Judgement(new Meaning.Patron(data), Because.CARD_READER, OptionalInt.empty());
    };
  }

  private Optional<Judgement> byRules(
      String data, Optional<Symbology> symbology, Optional<CodeOwner> only) {
    Optional<Judgement> misread = Optional.empty();
    for (int i = 0; i < rules.size(); i++) {
      BarcodeRule rule = rules.get(i);
      boolean asked = only.isEmpty() || only.get() == rule.kind();
      if (!asked || !rule.fits(data, symbology)) {
        continue;
      }
      OptionalInt number = OptionalInt.of(i + 1);
      if (rule.check().holds(data)) {
        return Optional.of(new Judgement(meaning(rule, data), Because.RULE, number));
      }
      if (misread.isEmpty()) {
        Meaning bad = new Meaning.BadCheckDigit(rule.kind(), data);
        misread = Optional.of(new Judgement(bad, Because.WRONG_CHECK_DIGIT, number));
      }
    }
    return misread;
  }

  private static Meaning meaning(BarcodeRule rule, String data) {
    return switch (rule.kind()) {
      case ITEM -> new Meaning.ItemBarcode(rule.number(data));
      case PATRON -> new Meaning.Patron(rule.number(data));
    };
  }

  /// The title that the scan names, if any. A symbol that is marked as another kind than EAN names
  /// no title, whatever its digits.
  private static Optional<Judgement> title(
      String data, Optional<Character> letter, Optional<Symbology> symbology) {
    boolean mayBe =
        letter.isEmpty()
            || symbology.filter(s -> s == Symbology.EAN || s == Symbology.OTHER).isPresent();
    var matcher = TITLE_CODE.matcher(data);
    if (mayBe && matcher.matches() && CheckDigits.ean13(matcher.group(1))) {
      return Optional.of(
          new Judgement(
              new Meaning.TitleCode(matcher.group(1)), Because.TITLE_NUMBER, OptionalInt.empty()));
    }
    return Optional.empty();
  }
}
