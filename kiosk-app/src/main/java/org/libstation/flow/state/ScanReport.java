package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.OptionalInt;

/// Result of a technician's test scan: the bytes that were read and how they were classified. The
/// report exists only on the technician's screen. Of a card it keeps at most the last four
/// characters.
///
/// @param reader the reader's name in the settings
/// @param bytes everything that was received, as hex
/// @param aim the AIM identifier without its bracket, such as `F0`, if the reader sent it
/// @param symbology the name of the symbology, if known
/// @param data the barcode's content
/// @param rule number of the site's rule that decided, counted from 1
/// @param problem why the driver delivered nothing; empty if it did
@RecordBuilder
public record ScanReport(
    String reader,
    String bytes,
    Optional<String> aim,
    Optional<String> symbology,
    String data,
    ScanJudgement judged,
    OptionalInt rule,
    Optional<String> problem)
    implements ScanReportBuilder.With {

  /// How the code was classified, and by what.
  public enum ScanJudgement {
    ITEM,
    CARD,
    /// No rule matched, but the reader is only used for cards.
    CARD_BY_READER,
    /// An ISBN or ISSN.
    TITLE,
    WRONG_CHECK_DIGIT,
    /// No rule matched, and the site refuses such codes.
    NO_RULE,
    /// No rule matched; the screen at which the code is scanned decides.
    BY_SCREEN,
    NOT_DELIVERED
  }

  /// Returns the report with a card's number hidden.
  public ScanReport masked() {
    return switch (judged) {
      case CARD, CARD_BY_READER ->
          with(
              c ->
                  c.bytes(bytes.split(" ", -1).length + " bytes, hidden: a card")
                      .data("…" + ScannedCode.lastFour(data)));
      case ITEM, TITLE, WRONG_CHECK_DIGIT, NO_RULE, BY_SCREEN, NOT_DELIVERED -> this;
    };
  }

  public boolean good() {
    return switch (judged) {
      case ITEM, CARD, CARD_BY_READER, BY_SCREEN -> problem.isEmpty();
      case TITLE, WRONG_CHECK_DIGIT, NO_RULE, NOT_DELIVERED -> false;
    };
  }
}
