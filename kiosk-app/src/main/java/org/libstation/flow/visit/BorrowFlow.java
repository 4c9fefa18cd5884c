package org.libstation.flow.visit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ItemLook;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.SessionCard;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// The items that a person wants to borrow. Each item that is read becomes a row, and then the flow
/// asks for its loan.
public final class BorrowFlow {
  /// After this many quiet times the flow asks for a row's loan, even while more tags arrive.
  private static final int MOST_QUIETS = 5;

  private BorrowFlow() {}

  /// Takes new tags on the pad as rows. Their loans are requested once the pad has seen them again.
  public static void takeFresh(Turn turn) {
    if (turn.session.filter(Session::leaving).isPresent()) {
      return;
    }
    for (PadTag tag : List.copyOf(turn.pad)) {
      if (tag.use() == Use.FRESH) {
        Pad.use(turn, tag.uid(), Use.TAKEN);
        see(turn, tag);
      }
    }
  }

  private static void see(Turn turn, PadTag tag) {
    switch (tag.reading()) {
      case TagReading.ItemTag item -> {
        if (tag.security() == SecurityBit.UNKNOWN) {
          untouchable(turn, tag, item);
        } else {
          item(turn, tag, item);
        }
      }
      case TagReading.CardTag _, TagReading.LeftCard _ -> {}
      case TagReading.BlankTag _, TagReading.ForeignTag _, TagReading.DamagedTag _ ->
          unknown(turn, Optional.empty(), tag.reading().unfit(), "", Map.of(tag.uid(), 1));
    }
  }

  /// Handles a security bit that is neither armed nor cleared. The tag is not written, and the
  /// item, with any parts of its set, is for staff. An item already lent stays lent.
  private static void untouchable(Turn turn, PadTag tag, TagReading.ItemTag item) {
    turn.matter(Code.T24, item.item(), Optional.empty());
    String lastFour = ScannedCode.lastFour(item.item().value());
    Optional<BorrowRow> known = Pile.find(turn, item.item());
    if (known.isEmpty()) {
      unknown(
          turn, Optional.of(item.item()), Code.T24, lastFour, Map.of(tag.uid(), item.setOrdinal()));
      return;
    }
    switch (known.get().state()) {
      case BorrowRowState.Recognised _,
          BorrowRowState.SetIncomplete _,
          BorrowRowState.BorrowRefused _,
          BorrowRowState.AlreadyBorrowed _ ->
          Pile.put(
              turn,
              withPart(known.get(), tag.uid(), item)
                  .withState(new BorrowRowState.NotRecognised(Code.T24, lastFour)));
      case BorrowRowState.Asking _, BorrowRowState.OnLoan _, BorrowRowState.NotRecognised _ ->
          turn.notice(Code.T24);
    }
    turn.beep(Sound.NEEDS_HAND);
  }

  private static void item(Turn turn, PadTag tag, TagReading.ItemTag item) {
    Optional<BorrowRow> known = Pile.find(turn, item.item());
    if (known.isEmpty()) {
      add(
          turn,
          item.item(),
          Map.of(tag.uid(), item.setOrdinal()),
          item.setTotal(),
          new BorrowRowState.Recognised(turn.at()));
      return;
    }
    BorrowRow row = known.get();
    BorrowRow grown = withPart(row, tag.uid(), item);
    if (row.state() instanceof BorrowRowState.BorrowRefused && row.state().working()) {
      // A hold on the item is being requested.
      Pile.put(turn, grown);
      return;
    }
    switch (row.state()) {
      case BorrowRowState.Recognised _,
          BorrowRowState.SetIncomplete _,
          BorrowRowState.BorrowRefused _,
          BorrowRowState.AlreadyBorrowed _ ->
          Pile.put(turn, grown.withState(new BorrowRowState.Recognised(turn.at())));
      case BorrowRowState.Asking _, BorrowRowState.Releasing _ -> Pile.put(turn, grown);
      case BorrowRowState.PlaceAgain again -> LoanFlow.placedAgain(turn, grown, again, tag.uid());
      case BorrowRowState.Clearing clearing ->
          LoanFlow.furtherPart(turn, grown, clearing, tag.uid());
      case BorrowRowState.Borrowed borrowed -> LoanFlow.tagOfLentItem(turn, grown, borrowed, tag);
      case BorrowRowState.ToStaff _, BorrowRowState.NotRecognised _ -> {}
    }
  }

  private static BorrowRow withPart(BorrowRow row, String uid, TagReading.ItemTag item) {
    Map<String, Integer> parts = new HashMap<>(row.parts());
    parts.put(uid, item.setOrdinal());
    return row.withParts(parts, Math.max(row.setTotal(), item.setTotal()));
  }

  /// Takes a scanned barcode as a row, or shows why it is no item.
  public static void scanned(Turn turn, ScannedCode scan) {
    if (turn.session.filter(Session::leaving).isPresent()) {
      return;
    }
    switch (scan) {
      case ScannedCode.ItemCode(ItemId item) -> barcode(turn, item);
      case ScannedCode.Card _ -> turn.notice(Code.B13);
      case ScannedCode.Isbn isbn -> unread(turn, Code.B12, ScannedCode.lastFour(isbn.number()));
      case ScannedCode.BadCheck bad -> unread(turn, Code.B14, bad.lastFour());
      case ScannedCode.UnknownCode other -> unread(turn, Code.B15, other.lastFour());
    }
  }

  private static void barcode(Turn turn, ItemId item) {
    Pile.find(turn, item).ifPresent(row -> byBarcode(turn, row));
    Optional<BorrowRow> known = Pile.find(turn, item);
    if (Pad.leftBehind(turn, item)) {
      turn.notice(Code.T26);
    } else if (known.isEmpty()) {
      add(turn, item, Map.of(), 1, new BorrowRowState.Recognised(turn.at()));
      Pile.find(turn, item).ifPresent(row -> ask(turn, row));
    } else {
      BorrowRow row = known.get();
      if (row.state() instanceof BorrowRowState.BorrowRefused && row.state().working()) {
        turn.beep(Sound.SEEN);
        return;
      }
      switch (row.state()) {
        case BorrowRowState.BorrowRefused _, BorrowRowState.AlreadyBorrowed _ -> ask(turn, row);
        case BorrowRowState.PlaceAgain again -> LoanFlow.scannedAgain(turn, row, again);
        case BorrowRowState.Recognised _,
            BorrowRowState.Asking _,
            BorrowRowState.OnLoan _,
            BorrowRowState.NotRecognised _,
            BorrowRowState.SetIncomplete _ ->
            turn.beep(Sound.SEEN);
      }
    }
  }

  /// Continues a row by its barcode if the pad no longer sees its tags. Such a tag counts as new
  /// when it is seen again.
  private static void byBarcode(Turn turn, BorrowRow row) {
    boolean open =
        switch (row.state()) {
          case BorrowRowState.Recognised _,
              BorrowRowState.BorrowRefused _,
              BorrowRowState.AlreadyBorrowed _ ->
              true;
          case BorrowRowState.NotRecognised _ -> row.outOfSight();
          case BorrowRowState.Asking _, BorrowRowState.OnLoan _, BorrowRowState.SetIncomplete _ ->
              false;
        };
    if (open && !Pad.sees(turn, row.parts().keySet())) {
      row.parts().keySet().forEach(uid -> Pad.use(turn, uid, Use.FRESH));
      ask(turn, row.withParts(Map.of(), 1));
    }
  }

  /// Continues what waited for a tag of this visit that was out of sight.
  public static void seenAgain(Turn turn, PadTag tag) {
    Pile.first(turn, row -> row.parts().containsKey(tag.uid()))
        .ifPresent(
            row -> {
              if (row.outOfSight()) {
                Pile.put(turn, row.withState(new BorrowRowState.Recognised(turn.at())));
              } else if (row.state() instanceof BorrowRowState.PlaceAgain again
                  && again.uncleared().contains(tag.uid())) {
                LoanFlow.placedAgain(turn, row, again, tag.uid());
              }
            });
  }

  private static void add(
      Turn turn, ItemId item, Map<String, Integer> parts, int setTotal, BorrowRowState state) {
    if (turn.borrows().size() >= Pile.MOST_ROWS) {
      turn.notice(Code.B53);
      return;
    }
    BorrowRow row =
        new BorrowRow(turn.number(), Optional.of(item), Optional.empty(), parts, setTotal, state);
    Pile.change(turn, rows -> rows.add(row));
    turn.beep(Sound.SEEN);
    turn.session.ifPresent(open -> turn.effect(new Effect.LookAhead(open.number(), item)));
  }

  private static void unread(Turn turn, Code code, String lastFour) {
    unknown(turn, Optional.empty(), code, lastFour, Map.of());
  }

  private static void unknown(
      Turn turn, Optional<ItemId> item, Code code, String lastFour, Map<String, Integer> parts) {
    BorrowRowState state = new BorrowRowState.NotRecognised(code, lastFour);
    BorrowRow row = new BorrowRow(turn.number(), item, Optional.empty(), parts, 1, state);
    Pile.change(
        turn,
        rows -> {
          rows.removeIf(other -> other.state().equals(state) && other.parts().equals(parts));
          List<BorrowRow> unknown =
              rows.stream().filter(r -> r.state() instanceof BorrowRowState.NotRecognised).toList();
          if (unknown.size() >= Pile.MOST_UNKNOWN_ROWS) {
            rows.remove(unknown.getFirst());
          }
          rows.add(row);
        });
    turn.beep(Sound.NEEDS_HAND);
  }

  /// Removes the row of a lifted tag, if nothing was requested for it yet.
  public static void lifted(Turn turn, String uid) {
    for (BorrowRow row : turn.borrows()) {
      if (!row.parts().containsKey(uid)) {
        continue;
      }
      switch (row.state()) {
        case BorrowRowState.Recognised _,
            BorrowRowState.SetIncomplete _,
            BorrowRowState.NotRecognised _ -> {
          Map<String, Integer> left = new HashMap<>(row.parts());
          left.remove(uid);
          if (left.isEmpty()) {
            Pile.change(turn, rows -> rows.removeIf(other -> other.number() == row.number()));
          } else {
            Pile.put(turn, row.withParts(left, row.setTotal()));
          }
        }
        case BorrowRowState.Asking _,
            BorrowRowState.OnLoan _,
            BorrowRowState.AlreadyBorrowed _,
            BorrowRowState.BorrowRefused _ -> {}
      }
    }
  }

  /// Shows the title that the central system reported.
  public static void looked(Turn turn, FlowEvent.LookedAhead looked) {
    if (turn.isSession(looked.session())) {
      Pile.find(turn, looked.item())
          .ifPresent(row -> Pile.put(turn, row.titled(looked.look().map(ItemLook::title))));
    }
  }

  /// Asks the pad for a new look once no more tags arrive, because the rows rest on an older look.
  public static void tick(Turn turn) {
    if (rests(turn)) {
      return;
    }
    for (BorrowRow row : turn.borrows()) {
      if (row.state() instanceof BorrowRowState.Recognised(Duration since)
          && !Pad.sees(turn, row.parts().keySet())
          && turn.over(since, FlowSettings.QUIET.multipliedBy(MOST_QUIETS))) {
        notSeen(turn, row);
      }
    }
    List<BorrowRow> due = due(turn);
    due.stream().filter(row -> !row.tagged()).forEach(row -> askWhole(turn, row));
    List<BorrowRow> tagged = due.stream().filter(BorrowRow::tagged).toList();
    if (!tagged.isEmpty() && Pad.looksTooLong(turn)) {
      turn.lookAsked = Optional.empty();
      tagged.forEach(row -> notSeen(turn, row));
    }
  }

  private static boolean rests(Turn turn) {
    boolean leaving = turn.session.filter(Session::leaving).isPresent();
    return turn.screen instanceof Screen.Resume && !leaving;
  }

  /// Asks for the loans of whole items, and shows sets that lack a part, because the pad has just
  /// listed its tags.
  public static void listed(Turn turn) {
    if (!rests(turn)) {
      due(turn).forEach(row -> askWhole(turn, row));
    }
  }

  /// Returns the rows that no longer wait for further parts of their sets.
  private static List<BorrowRow> due(Turn turn) {
    Duration last =
        turn.borrows().stream()
            .map(
                row ->
                    row.state() instanceof BorrowRowState.Recognised(Duration since) ? since : null)
            .filter(Objects::nonNull)
            .max(Duration::compareTo)
            .orElse(turn.at());
    boolean quiet = turn.over(last, FlowSettings.QUIET);
    Duration most = FlowSettings.QUIET.multipliedBy(MOST_QUIETS);
    return turn.borrows().stream()
        .filter(row -> Pad.sees(turn, row.parts().keySet()))
        .filter(
            row ->
                row.state() instanceof BorrowRowState.Recognised(Duration since)
                    && (quiet || turn.over(since, most)))
        .toList();
  }

  /// Marks a row as not seen, because it may no longer lie on the pad. Its loan is not requested
  /// before the pad reports it, or it is placed again.
  private static void notSeen(Turn turn, BorrowRow row) {
    String lastFour = row.item().map(item -> ScannedCode.lastFour(item.value())).orElse("");
    Pile.put(turn, row.withState(new BorrowRowState.NotRecognised(Code.T13, lastFour)));
    turn.beep(Sound.NEEDS_HAND);
  }

  private static void askWhole(Turn turn, BorrowRow row) {
    MissingParts missing =
        row.tagged() ? MissingParts.of(row.setTotal(), row.parts().values()) : MissingParts.NONE;
    if (contradictory(turn, row)) {
      Pile.put(turn, row.withState(BorrowRowState.BorrowRefused.of(Code.T27, 0, true)));
      row.item().ifPresent(item -> turn.matter(Code.T27, item, Optional.empty()));
      turn.beep(Sound.NOT_POSSIBLE);
    } else if (missing.isEmpty()) {
      ask(turn, row);
    } else {
      Pile.put(turn, row.withState(new BorrowRowState.SetIncomplete(missing)));
      turn.beep(Sound.NEEDS_HAND);
    }
  }

  /// Whether the item's tags state different set sizes, or one part of the set lies there twice.
  private static boolean contradictory(Turn turn, BorrowRow row) {
    List<TagReading.ItemTag> lying =
        turn.pad.stream()
            .filter(tag -> row.parts().containsKey(tag.uid()))
            .map(PadTag::reading)
            .filter(TagReading.ItemTag.class::isInstance)
            .map(TagReading.ItemTag.class::cast)
            .toList();
    boolean sizes = lying.stream().map(TagReading.ItemTag::setTotal).distinct().count() > 1;
    boolean twice =
        row.setTotal() > 1
            && lying.stream().map(TagReading.ItemTag::setOrdinal).distinct().count() < lying.size();
    return sizes || twice;
  }

  private static void ask(Turn turn, BorrowRow row) {
    Optional<SessionCard> card = turn.session.flatMap(Session::card);
    if (card.isEmpty() || row.item().isEmpty()) {
      return;
    }
    Pile.put(turn, row.withState(new BorrowRowState.Asking(turn.at())));
    turn.session.ifPresent(
        open ->
            turn.effect(
                new Effect.Lend(
                    open.number(),
                    row.item().get(),
                    card.get().patron(),
                    card.get().pin(),
                    row.tagged())));
  }
}
