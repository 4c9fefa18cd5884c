package org.libstation.flow.drop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropSight.SeenObject;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.Place;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.ReturnFlow;

/// The returns from the drop; they have no person.
final class DropRows {
  /// An item seen again within this time is the same one, still in the reader's field.
  static final Duration SAME_ITEM = Duration.ofMinutes(2);

  /// How long an object that was read while the flap stayed closed is remembered.
  static final Duration READ_LIMIT = Duration.ofSeconds(10);

  /// How long another part of a dropped set is awaited.
  static final Duration PART_LIMIT = Duration.ofMinutes(1);

  /// How long until an item in the bin that could not be written down is tried again. The attempt
  /// needs a journal that can be written, and keeps the moment of return.
  static final Duration WRITE_AGAIN = Duration.ofSeconds(30);

  /// Number of rows without a person from which a new one replaces the oldest finished one.
  static final int MOST_ROWS = 200;

  private DropRows() {}

  /// Takes in an item that was read.
  ///
  /// @param at the moment of return that counts
  /// @return the number of its row
  static long take(Turn turn, SeenObject one, TagReading.ItemTag item, EventTime at) {
    Optional<ReturnRow> known = ReturnFlow.find(turn.drops, item.item());
    if (known.isPresent()) {
      one.uid().ifPresent(uid -> ReturnFlow.further(turn, known.get(), uid, one.security(), item));
      return known.get().number();
    }
    EventTime now = turn.now;
    turn.now = at;
    ReturnRow row = ReturnFlow.row(turn, item.item(), How.DROPPED, one.uid(), one.security(), item);
    turn.now = now;
    ReturnRow fresh = row.with(new ReturnRow.ReturnRowState.ReturnWriting(), turn.at());
    add(turn, fresh);
    return fresh.number();
  }

  /// Adds an object that was identified later; its return is already on disk.
  static void identified(Turn turn, DropSight.Passed unread, ItemId item, long entry) {
    List<String> tags = unread.late().flatMap(SeenObject::uid).stream().toList();
    turn.drops.add(
        new ReturnRow(
            turn.number(),
            Optional.of(item),
            Optional.empty(),
            How.DROPPED,
            unread.at(),
            tags,
            tags,
            MissingParts.NONE,
            OptionalLong.of(entry),
            tags.isEmpty() ? ReturnRow.Arming.NO_TAG : ReturnRow.Arming.UNDER_WAY,
            new ReturnRow.ReturnRowState.ReturnTaken(),
            turn.at()));
    tags.forEach(uid -> turn.effect(new Effect.ArmTag(Place.DROP, entry, uid)));
    turn.effect(new Effect.SettleReturn(entry, Optional.of(unread.at())));
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

  /// Tells staff of a missing part: at the pad once the person has left, in the drop after a wait.
  static ReturnRow setIncomplete(Turn turn, ReturnRow row) {
    boolean waited = row.how() == How.SEEN || turn.over(row.since(), PART_LIMIT);
    if (row.setMissing().isEmpty() || row.entry().isEmpty() || row.working() || !waited) {
      return row;
    }
    turn.effect(new Effect.ReportIncompleteSet(row.entry().getAsLong(), row.setMissing()));
    row.item().ifPresent(item -> turn.matter(Code.T25, item, Optional.of(row.setMissing())));
    return row.withTags(row.tags(), row.unarmed(), MissingParts.NONE);
  }

  /// Whether the item lies in the bin and is not in the journal yet.
  static boolean isUnwritten(ReturnRow row) {
    return row.item().isPresent()
        && row.entry().isEmpty()
        && row.state() instanceof ReturnRow.ReturnRowState.NotRecognised(Code code, _)
        && code == Code.R31;
  }

  static boolean waitsToBeWritten(Turn turn, ItemId item) {
    return turn.drops.stream()
        .filter(DropRows::isUnwritten)
        .anyMatch(row -> row.item().filter(item::equals).isPresent());
  }

  static void writeAgain(Turn turn, ReturnRow row) {
    ReturnRow again = row.with(new ReturnRow.ReturnRowState.ReturnWriting(), turn.at());
    turn.drops.replaceAll(other -> other.number() == row.number() ? again : other);
    ReturnFlow.receive(turn, again);
  }
}
