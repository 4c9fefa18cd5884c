package org.libstation.screen.borrow;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.BorrowRow.Reserving;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.StationFacts;
import org.libstation.screen.kit.look.Icon;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.widget.BriefRow;
import org.libstation.screen.kit.widget.ItemRow;
import org.libstation.screen.kit.widget.Say;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.widget.Stamp;
import org.libstation.screen.kit.words.Voice;

/// Words for the rows of a borrowing pile.
final class BorrowRows extends Saying {
  /// After this time a waiting row says again that it is waiting.
  private static final Duration STILL = Duration.ofSeconds(4);

  private final boolean hidden;

  BorrowRows(Voice voice, Look look) {
    super(voice);
    this.hidden = look.titlesHidden();
  }

  /// Returns a row's rank in the list: rows that need the patron come first, then the others in
  /// order of arrival.
  static int order(BorrowRow row) {
    return switch (row.state()) {
      case BorrowRowState.PlaceAgain _ -> 0;
      case BorrowRowState.BorrowRefused _,
          BorrowRowState.NotRecognised _,
          BorrowRowState.SetIncomplete _,
          BorrowRowState.ToStaff _ ->
          1;
      case BorrowRowState.Borrowed _, BorrowRowState.AlreadyBorrowed _, BorrowRowState.AtWork _ ->
          2;
    };
  }

  static boolean needsHand(BorrowRow row) {
    return order(row) < 2;
  }

  ItemRow.ItemRowWords words(BorrowRow row, FlowState state) {
    return switch (row.state()) {
      case BorrowRowState.Recognised _ ->
          plain(
              row,
              say("row.seen"),
              Stamp.StampWords.open(Ink.ACTION, Icon.SEEN, say("stamp.seen")));
      case BorrowRowState.Asking asking -> asking(row, asking.since(), state);
      case BorrowRowState.Clearing clearing -> asking(row, clearing.since(), state);
      case BorrowRowState.Releasing releasing -> asking(row, releasing.since(), state);
      case BorrowRowState.Borrowed borrowed -> borrowed(row, borrowed);
      case BorrowRowState.AlreadyBorrowed yours ->
          plain(
              row,
              say("row.yours"),
              yours
                  .due()
                  .map(due -> Say.due(voice, Ink.ACTION, Icon.CHECK, due, true))
                  .orElseGet(
                      () -> Stamp.StampWords.plain(Ink.ACTION, Icon.CHECK, say("stamp.yours"))));
      case BorrowRowState.BorrowRefused refused -> refused(row, refused, state);
      case BorrowRowState.PlaceAgain again ->
          open(
              row,
              Stamp.StampWords.plain(Ink.ASK, Icon.PLACE, say("stamp.again")),
              Say.reason(voice, again.code()),
              true);
      case BorrowRowState.ToStaff staff ->
          open(
              row,
              Stamp.StampWords.plain(Ink.ASK, Icon.HELP, say("stamp.unlock")),
              Say.reason(voice, staff.code()),
              false);
      case BorrowRowState.NotRecognised unknown -> words(unknown, row);
      case BorrowRowState.SetIncomplete set -> incomplete(row, set.missing());
    };
  }

  /// Returns the short form of an open matter; empty if the row has none.
  Optional<BriefRow.BriefRowWords> brief(BorrowRow row, FlowState state) {
    ItemRow.ItemRowWords whole = words(row, state);
    Optional<BriefRow.LetteredPlace> place =
        BorrowHand.place(row)
            .map(sign -> new BriefRow.LetteredPlace(sign, say("place." + sign.letter() + ".name")));
    return whole
        .reason()
        .flatMap(
            why ->
                whole.stamp().map(how -> BriefRow.BriefRowWords.of(whole, how, place, why.what())));
  }

  private ItemRow.ItemRowWords words(BorrowRowState.NotRecognised unknown, BorrowRow row) {
    return Say.unknown(
        voice,
        row.number(),
        cover(row),
        Say.unknownEnding(voice, unknown.lastFour()),
        unknown.code());
  }

  private ItemRow.ItemRowWords asking(BorrowRow row, Duration since, FlowState state) {
    boolean still = state.at().minus(since).compareTo(STILL) > 0;
    return plain(
        row,
        say(still ? Say.here(state, "row.still") : "row.asking"),
        Stamp.StampWords.plain(Ink.ACTION, Icon.DOTS, say("stamp.asking")));
  }

  private ItemRow.ItemRowWords borrowed(BorrowRow row, BorrowRowState.Borrowed borrowed) {
    boolean confirmed = borrowed.loan().confirmed();
    String line =
        borrowed.unlockByStaff()
            ? say("row.unlock")
            : say(confirmed ? "row.take" : "row.takelater");
    return plain(
        row,
        line,
        Say.due(
            voice, confirmed ? Ink.DONE : Ink.WAIT, Icon.CHECK, borrowed.loan().due(), confirmed));
  }

  private ItemRow.ItemRowWords refused(
      BorrowRow row, BorrowRowState.BorrowRefused refused, FlowState state) {
    ItemRow.ItemRowReason reason = Say.reason(voice, refused.code());
    String wayOut = refused.toStaff() ? say("row.tostaff") : reason.wayOut();
    // If the central system does not answer, no hold can be placed.
    boolean offered =
        refused.holdQueue() > 0 && state.station().link() != StationFacts.LinkState.SILENT;
    ItemRow.ItemRowWords words =
        open(
            row,
            Stamp.StampWords.plain(Ink.STOP, Icon.MINUS, say("stamp.refused")),
            new ItemRow.ItemRowReason(
                reason.what(),
                switch (refused.reserving()) {
                  case Reserving.ReservationUndecided _ ->
                      offered ? say("row.queue", wayOut, refused.holdQueue()) : wayOut;
                  case Reserving.ReservationPending _ -> say("row.reserve.asking", wayOut);
                  case Reserving.ReservationPlaced(var queue) ->
                      queue.isPresent()
                          ? say("row.reserve.placed.queue", wayOut, queue.getAsInt())
                          : say("row.reserve.placed", wayOut);
                  case Reserving.NotReserved(Code code) ->
                      say(
                          "row.reserve.not",
                          wayOut,
                          Say.what(voice, code),
                          Say.wayOut(voice, code),
                          Say.code(voice, code));
                },
                reason.code()),
            false);
    return offered && refused.reserving() instanceof Reserving.ReservationUndecided
        ? row.item()
            .map(
                item ->
                    words.withKey(
                        Optional.of(
                            new ItemRow.RowKey(
                                say("row.reserve"), say("row.reserve"), new Key.ReserveIt(item)))))
            .orElse(words)
        : words;
  }

  private ItemRow.ItemRowWords incomplete(BorrowRow row, MissingParts missing) {
    ItemRow.ItemRowReason reason = Say.reason(voice, Code.T25);
    return open(
        row,
        Stamp.StampWords.open(Ink.ASK, Icon.QUESTION, say("stamp.set")),
        new ItemRow.ItemRowReason(Say.missing(voice, missing), reason.wayOut(), reason.code()),
        false);
  }

  private ItemRow.ItemRowWords plain(BorrowRow row, String line, Stamp.StampWords stamp) {
    return ItemRow.ItemRowWords.told(
        row.number(),
        title(row),
        cover(row),
        Optional.of(line),
        Ink.TEXT_2,
        Optional.of(stamp),
        Optional.empty());
  }

  private ItemRow.ItemRowWords open(
      BorrowRow row, Stamp.StampWords stamp, ItemRow.ItemRowReason reason, boolean gap) {
    return ItemRow.ItemRowWords.open(row.number(), title(row), cover(row), stamp, reason, gap);
  }

  private Optional<String> title(BorrowRow row) {
    return hidden ? Optional.empty() : Optional.of(Say.title(voice, row.title(), row.item()));
  }

  private static int cover(BorrowRow row) {
    return Say.cover(row.item(), row.number());
  }
}
