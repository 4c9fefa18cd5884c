package org.libstation.station;

import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.barcode.Classifier;
import org.libstation.barcode.Classifier.Because;
import org.libstation.barcode.Classifier.Judgement;
import org.libstation.barcode.Classifier.Meaning;
import org.libstation.barcode.Classifier.ScanSource;
import org.libstation.barcode.Symbology;
import org.libstation.device.DeviceEvent;
import org.libstation.flow.state.ScanReport;
import org.libstation.flow.state.ScanReport.ScanJudgement;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// Judges by the site's rules whether a scan names an item or a patron. The rules use the reader,
/// the symbology, a pattern and the check digit.
///
/// @param byScreen whether the current screen decides about a code that matches no rule; if false,
///   the code is refused
public record ScanJudge(Classifier classifier, boolean byScreen) {

  /// Judges what a scan names.
  Judgement judge(DeviceRole reader, DeviceEvent.BarcodeScanned scan) {
    return classifier.judge(scan.data(), scan.symbology(), source(reader));
  }

  /// Judges what typed digits name, as if this reader had sent them.
  Judgement judge(DeviceRole reader, String typed) {
    return classifier.judge(typed, Optional.empty(), source(reader));
  }

  private static ScanSource source(DeviceRole reader) {
    return switch (reader) {
      case CARD_READER -> ScanSource.CARDS;
      case PAD, SCANNER, DROP, DROP_READER, DROP_SCANNER, DROP_SCREEN, PAYMENT, PRINTER, SPEECH ->
          ScanSource.ANY;
    };
  }

  /// Reports what was read, the judgement and its reason. Personal numbers are not masked yet.
  public ScanReport explain(DeviceRole reader, DeviceEvent.ScanSeen seen) {
    var letter = seen.aim().map(aim -> aim.charAt(0));
    Judgement judged = classifier.judge(seen.data(), letter, source(reader));
    boolean delivered = !seen.data().isEmpty();
    return new ScanReport(
        seen.device(),
        seen.bytes(),
        seen.aim(),
        letter.flatMap(Symbology::of).map(Symbology::title),
        seen.data(),
        delivered ? judged(judged) : ScanJudgement.NOT_DELIVERED,
        delivered ? judged.rule() : OptionalInt.empty(),
        seen.problem());
  }

  private ScanJudgement judged(Judgement judgement) {
    return switch (judgement.meaning()) {
      case Meaning.ItemBarcode _ -> ScanJudgement.ITEM;
      case Meaning.Patron _ ->
          judgement.because() == Because.CARD_READER
              ? ScanJudgement.CARD_BY_READER
              : ScanJudgement.CARD;
      case Meaning.TitleCode _ -> ScanJudgement.TITLE;
      case Meaning.BadCheckDigit _ -> ScanJudgement.WRONG_CHECK_DIGIT;
      case Meaning.Unclassified _ -> byScreen ? ScanJudgement.BY_SCREEN : ScanJudgement.NO_RULE;
    };
  }
}
