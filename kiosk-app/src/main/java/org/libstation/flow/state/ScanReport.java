package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.OptionalInt;

/// What a test scan shows: what was read, byte by byte, and how it was judged. It is kept on the
/// technician's screen and nowhere else; of a card no more than the last four characters.
///
/// @param reader its configured name
/// @param bytes all that came, as hex
/// @param aim the AIM identifier without its bracket, such as `F0`, when the reader sent it
/// @param symbology its name, when it is known
/// @param data what the barcode says
/// @param rule the number of the site's rule that decided, counted from 1
/// @param problem why the driver delivered nothing; empty when it did
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

  /// How it was judged, and by what.
  public enum ScanJudgement {
    ITEM,
    CARD,
    /// No rule took it, but the reader is there for cards alone.
    CARD_BY_READER,
    /// An ISBN or ISSN.
    TITLE,
    WRONG_CHECK_DIGIT,
    /// No rule took it; the site refuses such codes.
    NO_RULE,
    /// No rule took it; the screen it is scanned at decides.
    BY_SCREEN,
    NOT_DELIVERED
  }

  /// The same, with a card's number hidden.
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
