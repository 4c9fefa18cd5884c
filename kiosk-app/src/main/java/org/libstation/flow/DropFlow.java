package org.libstation.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Happening.How;
import org.libstation.circulation.ItemId;
import org.libstation.flow.PadTag.SecurityBit;

/// The book drop: takes back at any time, whoever stands in front of the station.
final class DropFlow {
  /// An item seen again within this time is the same one, still lying in the reader's field.
  static final Duration SAME_ITEM = Duration.ofMinutes(2);

  /// Something that passed and was not read within this time goes to staff.
  static final Duration READ_LIMIT = Duration.ofSeconds(10);

  /// A further part of a dropped set is waited for so long.
  static final Duration PART_LIMIT = Duration.ofMinutes(1);

  /// A dropped item that could not be written down is tried again this long after, with the moment
  /// it was handed over, once the journal can be written.
  static final Duration WRITE_AGAIN = Duration.ofSeconds(30);

  /// Rows without a person that are kept at most; the oldest finished ones go first.
  static final int MOST_ROWS = 200;

  private static final int MOST_UNREAD = 20;

  private DropFlow() {}

  static void tag(Turn turn, FlowEvent.TagArrived tag) {
    somethingRead(turn);
    switch (tag.reading()) {
      case TagReading.Item item when waitsToBeWritten(turn, item.item()) -> {
        // The same one, still in the field.
      }
      case TagReading.Item item -> {
        Optional<ReturnRow> known = ReturnFlow.find(turn.drops, item.item());
        if (known.isPresent()) {
          ReturnFlow.further(turn, known.get(), tag.uid(), tag.security(), item);
        } else {
          add(
              turn,
              ReturnFlow.row(
                  turn, item.item(), How.DROPPED, Optional.of(tag.uid()), tag.security(), item));
        }
      }
      case TagReading.Card _,
          TagReading.LeftCard _,
          TagReading.Blank _,
          TagReading.Foreign _,
          TagReading.Damaged _ ->
          turn.staff(Effect.StaffNote.DROPPED_UNKNOWN, Optional.of(PadFlow.codeOf(tag.reading())));
    }
  }

  static void barcode(Turn turn, Scan scan) {
    somethingRead(turn);
    switch (scan) {
      case Scan.Item(ItemId item) -> {
        if (ReturnFlow.find(turn.drops, item).isEmpty() && !waitsToBeWritten(turn, item)) {
          TagReading.Item whole = new TagReading.Item(item, 1, 1);
          add(
              turn,
              ReturnFlow.row(turn, item, How.DROPPED, Optional.empty(), SecurityBit.ARMED, whole));
        }
      }
      case Scan.Card _ -> unknown(turn, Code.R13);
      case Scan.Isbn _ -> unknown(turn, Code.R12);
      case Scan.BadCheck _ -> unknown(turn, Code.R14);
      case Scan.Unknown _ -> unknown(turn, Code.R11);
    }
  }

  private static void unknown(Turn turn, Code code) {
    turn.staff(Effect.StaffNote.DROPPED_UNKNOWN, Optional.of(code));
  }

  private static void add(Turn turn, ReturnRow row) {
    if (turn.drops.size() >= MOST_ROWS) {
      turn.drops.stream()
          .filter(old -> !old.working() && !isUnwritten(old) && old.setMissing().isEmpty())
          .findFirst()
          .ifPresent(turn.drops::remove);
    }
    turn.drops.add(row);
    ReturnFlow.receive(turn, row);
  }

  static void passed(Turn turn) {
    if (turn.unread.size() < MOST_UNREAD) {
      turn.unread.add(turn.at());
    }
  }

  private static void somethingRead(Turn turn) {
    if (!turn.unread.isEmpty()) {
      turn.unread.removeFirst();
    }
  }

  static void tick(Turn turn) {
    while (!turn.unread.isEmpty() && turn.over(turn.unread.getFirst(), READ_LIMIT)) {
      turn.unread.removeFirst();
      unknown(turn, Code.R15);
    }
    List<ReturnRow> unwritten =
        turn.drops.stream()
            .filter(DropFlow::isUnwritten)
            .filter(row -> turn.over(row.since(), WRITE_AGAIN))
            .toList();
    if (ServiceFlow.writes(turn.station)) {
      unwritten.forEach(row -> writeAgain(turn, row));
    }
    turn.drops.replaceAll(row -> setIncomplete(turn, row));
    turn.drops.removeIf(
        row -> !row.working() && !isUnwritten(row) && turn.over(row.since(), SAME_ITEM));
  }

  /// A part that did not come is told to staff: at the pad once its person is gone, in the drop
  /// once it was waited for.
  private static ReturnRow setIncomplete(Turn turn, ReturnRow row) {
    boolean waited = row.how() == How.SEEN || turn.over(row.since(), PART_LIMIT);
    if (row.setMissing().isEmpty() || row.entry().isEmpty() || row.working() || !waited) {
      return row;
    }
    turn.effect(new Effect.SetIncomplete(row.entry().getAsLong(), row.setMissing()));
    row.item().ifPresent(item -> turn.matter(Code.T25, item, Optional.of(row.setMissing())));
    return row.withTags(row.tags(), row.unarmed(), MissingParts.NONE);
  }

  /// It lies in the bin and the journal does not know it yet.
  private static boolean isUnwritten(ReturnRow row) {
    return row.item().isPresent()
        && row.entry().isEmpty()
        && row.state() instanceof ReturnRow.State.NotRecognised(Code code, _)
        && code == Code.R31;
  }

  private static boolean waitsToBeWritten(Turn turn, ItemId item) {
    return turn.drops.stream()
        .filter(DropFlow::isUnwritten)
        .anyMatch(row -> row.item().filter(item::equals).isPresent());
  }

  private static void writeAgain(Turn turn, ReturnRow row) {
    ReturnRow again = row.with(new ReturnRow.State.Writing(), turn.at());
    turn.drops.replaceAll(other -> other.number() == row.number() ? again : other);
    ReturnFlow.receive(turn, again);
  }

  /// It was lent again: the next time it is seen it is a new return.
  static void forget(Turn turn, ItemId item) {
    CutReturnFlow.forget(turn, item);
    turn.drops.removeIf(row -> !row.working() && row.item().filter(item::equals).isPresent());
  }
}
