package org.libstation.station;

import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.barcode.CheckDigits;
import org.libstation.barcode.Classifier.Judgement;
import org.libstation.barcode.Classifier.Meaning;
import org.libstation.barcode.Classifier.ScanSource;
import org.libstation.barcode.Symbology;
import org.libstation.flow.state.ScannedCode;

/// Judges a typed number by the site's rules, as a scan would be. A typed number has no symbology,
/// so a rule for any symbology may match.
///
/// @param byScreen whether a number that matches no rule counts as an item
record TypedNumbers(org.libstation.barcode.Classifier classifier, boolean byScreen) {
  private static final int ISBN_10 = 10;

  static TypedNumbers by(ScanJudge judge) {
    return new TypedNumbers(judge.classifier(), judge.byScreen());
  }

  /// @param typed as typed; may contain dashes, as an ISBN is printed with them
  ScannedCode judge(String typed) {
    Meaning whole = meaning(typed);
    String bare = typed.replace("-", "");
    Meaning meaning =
        whole instanceof Meaning.Unclassified && !bare.isEmpty() ? meaning(bare) : whole;
    if (meaning instanceof Meaning.Unclassified) {
      return unruled(typed, bare);
    }
    return DeviceBridge.told(meaning, bare);
  }

  private Meaning meaning(String number) {
    Stream<Optional<Character>> letters =
        Stream.concat(
            Stream.of(Optional.<Character>empty()),
            Stream.of(Symbology.values()).map(each -> Optional.of(each.letter())));
    return letters
        .map(letter -> classifier.judge(number, letter, ScanSource.ANY))
        .map(Judgement::meaning)
        .filter(meaning -> !(meaning instanceof Meaning.Unclassified))
        .findFirst()
        .orElseGet(() -> new Meaning.Unclassified(number));
  }

  private ScannedCode unruled(String typed, String bare) {
    if (bare.length() == ISBN_10 && bare.matches("\\d{9}[\\dX]")) {
      return CheckDigits.CheckDigitRule.MOD11.holds(bare)
          ? new ScannedCode.Isbn(bare)
          : new ScannedCode.BadCheck(ScannedCode.lastFour(bare));
    }
    if (bare.matches("97[789]\\d{10}")) {
      return new ScannedCode.BadCheck(ScannedCode.lastFour(bare));
    }
    return byScreen
        ? DeviceBridge.told(new Meaning.ItemBarcode(typed), typed)
        : new ScannedCode.UnknownCode(ScannedCode.lastFour(bare));
  }
}
