package org.libstation.screen.returning;

import java.time.LocalTime;
import java.util.Optional;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ReturnRow.ReturnRowState;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.FineStrips;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.PlaceSign;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.Voice;

/// Words for the rows of returned items.
final class ReturnRows extends Saying {
  private final boolean hidden;
  private final boolean stopped;
  private final FineStrips strips;

  /// @param stopped whether fines are suspended now
  ReturnRows(Voice voice, Look look, boolean stopped) {
    super(voice);
    this.hidden = look.titlesHidden();
    this.stopped = stopped;
    this.strips = new FineStrips(voice);
  }

  /// Returns where an item goes; empty until that is known.
  static Optional<PlaceSign.PlaceSignWords> place(ReturnRow row) {
    Optional<PlaceSign.PlaceSignWords> booked =
        switch (row.state()) {
          case ReturnRowState.ReturnWriting _, ReturnRowState.ReturnTaken _ -> Optional.empty();
          case ReturnRowState.Settled settled ->
              Optional.of(
                  settled.held()
                      ? PlaceSign.RESERVED
                      : settled.alert() ? PlaceSign.STAFF : PlaceSign.TROLLEY);
          case ReturnRowState.ReturnRowRecorded _ -> Optional.of(PlaceSign.TROLLEY);
          case ReturnRowState.WithStaff _ -> Optional.of(PlaceSign.STAFF);
          case ReturnRowState.NotRecognised _ -> Optional.empty();
        };
    boolean staff = row.arming() == ReturnRow.Arming.NOT_SECURED || !row.setMissing().isEmpty();
    return booked.map(sign -> staff ? PlaceSign.STAFF : sign);
  }

  /// Returns the same, also for items that were not taken back.
  static Optional<PlaceSign.PlaceSignWords> goesTo(ReturnRow row) {
    return row.state() instanceof ReturnRowState.NotRecognised && readAnew(row).isEmpty()
        ? Optional.of(PlaceSign.STAFF)
        : place(row);
  }

  /// Returns the code why an item must be read again, if that may help.
  static Optional<Code> readAnew(ReturnRow row) {
    return row.state() instanceof ReturnRowState.NotRecognised(Code code, _)
            && (code == Code.R12 || code == Code.R14)
        ? Optional.of(code)
        : Optional.empty();
  }

  static boolean needsHand(ReturnRow row) {
    return row.state() instanceof ReturnRowState.NotRecognised;
  }

  ItemRow.ItemRowWords words(ReturnRow row) {
    return switch (row.state()) {
      case ReturnRowState.ReturnWriting _ ->
          row(
              row,
              say("return.writing"),
              Stamp.StampWords.plain(Ink.ACTION, Icon.DOTS, say("stamp.writing")));
      case ReturnRowState.ReturnTaken _ -> row(row, say("return.telling", time(row)), returned());
      case ReturnRowState.Settled settled -> row(row, line(row, settled), returned());
      case ReturnRowState.ReturnRowRecorded recorded ->
          row(
              row,
              extra(row, say(recorded(recorded), time(row))),
              Stamp.StampWords.open(Ink.WAIT, Icon.CHECK, say("stamp.returned")));
      case ReturnRowState.WithStaff staff ->
          row(row, say("code.aside", Say.what(voice, staff.code()), staff.code()), returned());
      case ReturnRowState.NotRecognised unknown ->
          Say.unknown(
              voice,
              row.number(),
              Say.cover(row.item(), row.number()),
              Say.unknownEnding(voice, unknown.lastFour()),
              unknown.code());
    };
  }

  /// While fines are suspended, only days before the suspension can cost something.
  private String recorded(ReturnRowState.ReturnRowRecorded recorded) {
    if (!recorded.fineMayRun() || (stopped && recorded.fine().isPresent())) {
      return "return.recorded";
    }
    return stopped ? "return.recordedstopped" : "return.recordedlate";
  }

  private Stamp.StampWords returned() {
    return Stamp.StampWords.plain(Ink.DONE, Icon.CHECK, say("stamp.returned"));
  }

  private String line(ReturnRow row, ReturnRowState.Settled settled) {
    String plain =
        settled.held()
            ? say("return.reserved")
            : switch (settled.wasOnLoan()) {
              case YES, NOT_KNOWN -> say("return.booked");
              case NO -> say("return.notonloan");
            };
    return extra(row, settled.fine().map(fine -> fine(fine, settled, plain)).orElse(plain));
  }

  /// A sum is hidden together with the titles.
  private String fine(FineExplained fine, ReturnRowState.Settled settled, String plain) {
    return switch (fine) {
      case FineExplained.LibrarysOwn own ->
          hidden ? plain : say("return.fine", voice.words().money(own.sum()));
      case FineExplained.ByDays days -> settled.held() ? plain : strips.late(days);
    };
  }

  /// A problem with the item replaces the words about what went well.
  private String extra(ReturnRow row, String said) {
    if (!row.setMissing().isEmpty()) {
      return say("return.missing", Say.missing(voice, row.setMissing()));
    }
    return row.arming() == ReturnRow.Arming.NOT_SECURED ? Say.what(voice, Code.R22) : said;
  }

  private ItemRow.ItemRowWords row(ReturnRow row, String line, Stamp.StampWords stamp) {
    String title = Say.title(voice, row.title(), row.item());
    return new ItemRow.ItemRowWords(
        row.number(),
        hidden ? Optional.empty() : Optional.of(title),
        Say.cover(row.item(), row.number()),
        Optional.of(line),
        Ink.TEXT_2,
        Optional.of(stamp),
        Optional.empty(),
        Optional.empty(),
        place(row),
        false,
        row.fine().filter(_ -> !hidden).flatMap(strips::words));
  }

  private String time(ReturnRow row) {
    LocalTime at = row.handedOver().wall().toLocalTime();
    return voice.words().time(at);
  }
}
