package org.libstation.flow.visit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Refusal.RefusalReason;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.fines.FineExplained;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.PadTag.Use;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ReturnRow.Arming;
import org.libstation.flow.state.ReturnRow.ReturnRowState;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// Returns items: each return is written into the journal first, then the tag is armed, then the
/// return is settled. An item that was handed over stays returned.
public final class ReturnFlow {
  private ReturnFlow() {}

  public static void open(Turn turn) {
    turn.show(new Screen.Return(Screen.Hands.PLACE_ITEMS));
    Pad.confirm(turn);
    Pad.tell(turn);
  }

  /// Takes a tag that was just placed on the pad.
  public static void arrived(Turn turn, PadTag tag) {
    if (turn.session.filter(Session::leaving).isEmpty()) {
      take(turn, tag);
      Pad.confirm(turn);
    }
  }

  /// Takes new tags, because the pad has just listed what lies there.
  public static void takeFresh(Turn turn) {
    if (turn.session.filter(Session::leaving).isEmpty()) {
      List.copyOf(turn.pad).stream()
          .filter(tag -> tag.use() == Use.FRESH)
          .forEach(tag -> take(turn, tag));
    }
  }

  private static void take(Turn turn, PadTag tag) {
    Pad.use(turn, tag.uid(), Use.TAKEN);
    see(turn, tag);
  }

  private static void see(Turn turn, PadTag tag) {
    switch (tag.reading()) {
      case TagReading.ItemTag item -> {
        Optional<ReturnRow> known = find(turn.returns(), item.item());
        if (known.isPresent()) {
          further(turn, known.get(), tag.uid(), tag.security(), item);
        } else {
          add(turn, row(turn, item.item(), How.SEEN, Optional.of(tag.uid()), tag.security(), item));
        }
      }
      case TagReading.CardTag _, TagReading.LeftCard _ -> turn.notice(Code.C23);
      case TagReading.BlankTag _, TagReading.ForeignTag _, TagReading.DamagedTag _ ->
          unknown(turn, tag.reading().unfit(), "");
    }
  }

  public static void scanned(Turn turn, ScannedCode scan) {
    if (turn.session.filter(Session::leaving).isPresent()) {
      return;
    }
    switch (scan) {
      case ScannedCode.ItemCode(ItemId item) -> barcode(turn, item);
      case ScannedCode.Card _ -> turn.notice(Code.R13);
      case ScannedCode.Isbn isbn -> unknown(turn, Code.R12, ScannedCode.lastFour(isbn.number()));
      case ScannedCode.BadCheck bad -> unknown(turn, Code.R14, bad.lastFour());
      case ScannedCode.UnknownCode other -> unknown(turn, Code.R11, other.lastFour());
    }
  }

  private static void barcode(Turn turn, ItemId item) {
    if (Pad.leftBehind(turn, item)) {
      turn.notice(Code.T26);
    } else if (find(turn.returns(), item).isPresent()) {
      turn.beep(Sound.SEEN);
    } else {
      add(
          turn,
          row(
              turn,
              item,
              How.SEEN,
              Optional.empty(),
              SecurityBit.ARMED,
              new TagReading.ItemTag(item, 1, 1)));
    }
  }

  private static void add(Turn turn, ReturnRow row) {
    if (turn.returns().size() >= Pile.MOST_ROWS) {
      turn.notice(Code.B53);
      return;
    }
    turn.change(
        open -> {
          List<ReturnRow> rows = new ArrayList<>(open.returns());
          rows.add(row);
          return open.withReturns(rows);
        });
    turn.beep(Sound.SEEN);
    receive(turn, row);
  }

  /// Has the return written into the journal.
  public static void receive(Turn turn, ReturnRow row) {
    row.item().ifPresent(item -> UntakenFlow.forget(turn, item));
    row.item()
        .ifPresent(
            item ->
                turn.effect(
                    new Effect.Receive(
                        row.number(),
                        item,
                        row.handedOver(),
                        row.how(),
                        !row.tags().isEmpty(),
                        row.setMissing())));
  }

  /// Returns a new row. A tag whose security bit has neither known value is not written, and staff
  /// are told.
  public static ReturnRow row(
      Turn turn,
      ItemId item,
      How how,
      Optional<String> tag,
      SecurityBit security,
      TagReading.ItemTag reading) {
    boolean untouchable = security == SecurityBit.UNKNOWN;
    if (untouchable) {
      turn.matter(Code.T24, item, Optional.empty());
    }
    Arming arming =
        tag.isEmpty() ? Arming.NO_TAG : untouchable ? Arming.NOT_SECURED : Arming.UNDER_WAY;
    MissingParts missing =
        tag.isEmpty()
            ? MissingParts.NONE
            : MissingParts.of(reading.setTotal(), List.of(reading.setOrdinal()));
    return new ReturnRow(
        turn.number(),
        Optional.of(item),
        Optional.empty(),
        how,
        turn.now,
        tag.stream().toList(),
        untouchable ? List.of() : tag.stream().toList(),
        missing,
        OptionalLong.empty(),
        arming,
        new ReturnRowState.ReturnWriting(),
        turn.at());
  }

  private static void unknown(Turn turn, Code code, String lastFour) {
    ReturnRowState state = new ReturnRowState.NotRecognised(code, lastFour);
    turn.change(
        open -> {
          List<ReturnRow> rows = new ArrayList<>(open.returns());
          rows.removeIf(row -> row.state().equals(state));
          List<ReturnRow> others =
              rows.stream()
                  .filter(row -> row.state() instanceof ReturnRowState.NotRecognised)
                  .toList();
          if (others.size() >= Pile.MOST_UNKNOWN_ROWS) {
            rows.remove(others.getFirst());
          }
          rows.add(
              new ReturnRow(
                  turn.number(),
                  Optional.empty(),
                  Optional.empty(),
                  How.SEEN,
                  turn.now,
                  List.of(),
                  List.of(),
                  MissingParts.NONE,
                  OptionalLong.empty(),
                  Arming.NO_TAG,
                  state,
                  turn.at()));
          return open.withReturns(rows);
        });
    turn.beep(Sound.NEEDS_HAND);
  }

  /// Adds a tag of an item that is being returned. It is another part of the set, the tag of a
  /// scanned item, or a tag that could not be armed and was placed again.
  public static void further(
      Turn turn, ReturnRow row, String uid, SecurityBit security, TagReading.ItemTag reading) {
    boolean seen = row.tags().contains(uid);
    if (seen && row.arming() != Arming.NOT_SECURED) {
      return;
    }
    List<String> tags = new ArrayList<>(row.tags());
    List<String> open = new ArrayList<>(row.unarmed());
    if (!seen) {
      tags.add(uid);
    }
    MissingParts missing = row.setMissing().without(reading.setOrdinal());
    if (!missing.equals(row.setMissing())) {
      row.entry().ifPresent(entry -> turn.effect(new Effect.AwaitParts(entry, missing)));
    }
    if (security == SecurityBit.UNKNOWN) {
      untouchable(turn, row.withTags(tags, open, missing));
      return;
    }
    open.add(uid);
    Arming arming = hasUntouchable(turn, row) ? Arming.NOT_SECURED : Arming.UNDER_WAY;
    put(turn, row.withTags(tags, open, missing).arming(arming, open, turn.at()));
    row.entry().ifPresent(entry -> turn.effect(new Effect.ArmTag(place(row), entry, uid)));
  }

  /// Arms a tag that was out of sight, if it could not be armed before.
  public static void seenAgain(Turn turn, PadTag tag) {
    if (tag.reading() instanceof TagReading.ItemTag item && tag.security() != SecurityBit.UNKNOWN) {
      first(turn, row -> row.how() == How.SEEN && row.tags().contains(tag.uid()))
          .filter(row -> row.arming() == Arming.NOT_SECURED && row.entry().isPresent())
          .ifPresent(row -> further(turn, row, tag.uid(), tag.security(), item));
    }
  }

  /// Handles another tag of the item whose bit has an unknown value. That tag is not written, and
  /// the item counts as not secured, whatever its other tags do.
  private static void untouchable(Turn turn, ReturnRow row) {
    if (row.arming() != Arming.NOT_SECURED) {
      row.entry().ifPresent(entry -> turn.effect(new Effect.NotSecuredEffect(entry, Code.T24)));
    }
    row.item().ifPresent(item -> turn.matter(Code.T24, item, Optional.empty()));
    put(turn, row.arming(Arming.NOT_SECURED, row.unarmed(), turn.at()));
  }

  private static boolean hasUntouchable(Turn turn, ReturnRow row) {
    return Pad.mayLie(turn)
        .anyMatch(tag -> row.tags().contains(tag.uid()) && tag.security() == SecurityBit.UNKNOWN);
  }

  private static void put(Turn turn, ReturnRow changed) {
    update(turn, other -> other.number() == changed.number(), _ -> changed);
  }

  static Place place(ReturnRow row) {
    return switch (row.how()) {
      case SEEN -> Place.PAD;
      case DROPPED -> Place.DROP;
    };
  }

  /// Arms the tags and settles the return, because it is on disk.
  public static void written(Turn turn, FlowEvent.ReceivedWritten written) {
    first(turn, row -> row.number() == written.row())
        .ifPresent(
            row -> {
              update(
                  turn,
                  other -> other.number() == row.number(),
                  other ->
                      other
                          .written(written.entry())
                          .with(new ReturnRowState.ReturnTaken(), turn.at()));
              if (row.arming() == Arming.NOT_SECURED) {
                turn.effect(new Effect.NotSecuredEffect(written.entry(), Code.T24));
              } else if (row.arming() == Arming.NO_TAG && !row.tags().isEmpty()) {
                // Written at a second attempt, when the item already lay in the bin.
                turn.effect(new Effect.NotSecuredEffect(written.entry(), Code.R22));
              }
              row.unarmed()
                  .forEach(uid -> turn.effect(new Effect.ArmTag(place(row), written.entry(), uid)));
              if (row.setMissing().total() > 1 && row.tags().size() > 1) {
                // Parts that were read during the writing.
                turn.effect(new Effect.AwaitParts(written.entry(), row.setMissing()));
              }
            });
    Optional<EventTime> handedOver =
        first(turn, row -> row.number() == written.row()).map(ReturnRow::handedOver);
    turn.effect(new Effect.SettleReturn(written.entry(), handedOver));
  }

  public static void armed(Turn turn, FlowEvent.TagArmed armed) {
    boolean done = armed.result() == FlowEvent.TagResult.DONE;
    if (done) {
      Pad.secured(turn, armed.uid(), SecurityBit.ARMED);
    }
    first(turn, row -> row.isEntry(armed.entry()) && row.unarmed().contains(armed.uid()))
        .ifPresent(row -> armed(turn, row, armed, done));
  }

  private static void armed(Turn turn, ReturnRow row, FlowEvent.TagArmed armed, boolean done) {
    List<String> open = row.unarmed().stream().filter(uid -> !uid.equals(armed.uid())).toList();
    Arming arming = row.arming();
    if (!done && arming != Arming.NOT_SECURED) {
      arming = Arming.NOT_SECURED;
      turn.effect(new Effect.NotSecuredEffect(armed.entry(), Code.R22));
    } else if (done && open.isEmpty() && arming == Arming.UNDER_WAY) {
      arming = Arming.ARMED;
      turn.effect(new Effect.MarkArmed(armed.entry()));
    }
    ReturnRow changed = row.arming(arming, open, turn.at());
    update(turn, other -> other.number() == row.number(), _ -> changed);
  }

  public static void settled(Turn turn, FlowEvent.ReturnSettled settled) {
    long entry = settled.outcome().entry();
    update(turn, row -> row.isEntry(entry), row -> settle(turn, row, settled));
    turn.beep(Sound.RETURNED);
  }

  private static ReturnRow settle(Turn turn, ReturnRow row, FlowEvent.ReturnSettled settled) {
    Optional<FineExplained> fine = settled.fine().filter(_ -> row.how() != How.DROPPED);
    return switch (settled.outcome()) {
      case ReturnOutcome.ReturnBooked done ->
          row.titled(Optional.of(done.title()))
              .with(
                  new ReturnRowState.Settled(
                      done.sorting().held(), done.sorting().alert(), done.loan().wasOnLoan(), fine),
                  turn.at());
      case ReturnOutcome.Recorded open -> {
        LocalDateTime handedOver = row.handedOver().corrected().toLocalDateTime();
        boolean late = open.due().flatMap(due -> due.at()).map(handedOver::isAfter).orElse(true);
        yield row.titled(open.title())
            .with(new ReturnRowState.ReturnRowRecorded(late, fine), turn.at());
      }
      case ReturnOutcome.ReturnLeftToStaff staff -> {
        boolean unknown = staff.refusal().reason() == RefusalReason.UNKNOWN_ITEM;
        Code code = unknown ? Code.R11 : Code.R21;
        yield row.titled(staff.title()).with(new ReturnRowState.WithStaff(code), turn.at());
      }
    };
  }

  /// Shows that the item is not returned, because the journal could not be written.
  public static void notReceived(Turn turn, long number) {
    update(
        turn,
        row -> row.number() == number,
        row ->
            row.arming(Arming.NO_TAG, List.of(), turn.at())
                .with(new ReturnRowState.NotRecognised(Code.R31, lastFour(row)), turn.at()));
    turn.beep(Sound.NOT_POSSIBLE);
    if (turn.drops.stream().anyMatch(row -> row.number() == number)) {
      turn.complain(Code.R31);
    }
  }

  /// Leaves settling for later; the return is on disk already and counts.
  public static void notSettled(Turn turn, long entry) {
    update(
        turn,
        row -> row.isEntry(entry) && row.state() instanceof ReturnRowState.ReturnTaken,
        row -> row.with(new ReturnRowState.ReturnRowRecorded(true, Optional.empty()), turn.at()));
  }

  public static void tick(Turn turn) {
    List<ReturnRow> late =
        all(turn).stream()
            .filter(row -> row.arming() == Arming.UNDER_WAY && row.entry().isPresent())
            .filter(row -> turn.over(row.since(), FlowSettings.ANSWER_LIMIT))
            .toList();
    for (ReturnRow row : late) {
      turn.effect(new Effect.NotSecuredEffect(row.entry().getAsLong(), Code.R22));
      update(
          turn,
          other -> other.number() == row.number(),
          other -> other.arming(Arming.NOT_SECURED, List.of(), turn.at()));
    }
  }

  private static String lastFour(ReturnRow row) {
    return row.item().map(item -> ScannedCode.lastFour(item.value())).orElse("");
  }

  /// Returns the row of an item, unless nothing was returned.
  public static Optional<ReturnRow> find(List<ReturnRow> rows, ItemId item) {
    return rows.stream()
        .filter(row -> row.item().filter(item::equals).isPresent())
        .filter(row -> !(row.state() instanceof ReturnRowState.NotRecognised))
        .findFirst();
  }

  private static List<ReturnRow> all(Turn turn) {
    List<ReturnRow> all = new ArrayList<>(turn.returns());
    all.addAll(turn.drops);
    return all;
  }

  private static Optional<ReturnRow> first(Turn turn, Predicate<ReturnRow> which) {
    return all(turn).stream().filter(which).findFirst();
  }

  /// Changes rows of the person in front and rows without a person.
  static void update(Turn turn, Predicate<ReturnRow> which, UnaryOperator<ReturnRow> change) {
    UnaryOperator<ReturnRow> one = row -> which.test(row) ? change.apply(row) : row;
    turn.drops.replaceAll(row -> which.test(row) ? change.apply(row).withoutPerson() : row);
    turn.change(open -> open.withReturns(open.returns().stream().map(one).toList()));
  }
}
