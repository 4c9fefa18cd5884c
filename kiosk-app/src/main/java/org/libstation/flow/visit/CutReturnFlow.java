package org.libstation.flow.visit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.UnarmedReturn;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ReturnRow.Arming;
import org.libstation.flow.state.ReturnRow.ReturnRowState;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;

/// Finishes returns that a power cut interrupted before their tags were armed. Tags that still lie
/// before the reader are armed now. For the others staff get a task after a wait.
///
/// Each return is a row without a person and, at first, without a tag. [ReturnFlow#tick] ends the
/// wait.
public final class CutReturnFlow {
  private CutReturnFlow() {}

  /// Adds a row for each return that a former run left unarmed.
  public static void found(Turn turn, List<UnarmedReturn> returns) {
    for (UnarmedReturn cut : returns) {
      turn.drops.add(
          new ReturnRow(
              turn.number(),
              Optional.of(cut.item()),
              Optional.empty(),
              cut.how(),
              cut.handedOver(),
              List.of(),
              List.of(),
              MissingParts.NONE,
              OptionalLong.of(cut.entry()),
              Arming.UNDER_WAY,
              new ReturnRowState.ReturnRowRecorded(false, Optional.empty()),
              turn.at()));
    }
    turn.leftOnPad().forEach(tag -> arm(turn, tag));
  }

  /// Arms a tag that already lay on the pad when the reader started: the item's first, or another
  /// of its set.
  public static void arm(Turn turn, PadTag tag) {
    if (tag.reading() instanceof TagReading.ItemTag item) {
      turn.drops.stream()
          .filter(row -> row.how() == How.SEEN && row.entry().isPresent())
          .filter(row -> row.item().filter(item.item()::equals).isPresent())
          .findFirst()
          .ifPresent(row -> ReturnFlow.further(turn, row, tag.uid(), tag.security(), item));
    }
  }

  /// Stops waiting for the item's tag, because the item is being lent.
  public static void forget(Turn turn, ItemId item) {
    turn.drops.removeIf(row -> waits(row, item));
  }

  private static boolean waits(ReturnRow row, ItemId item) {
    return row.arming() == Arming.UNDER_WAY
        && row.tags().isEmpty()
        && row.item().filter(item::equals).isPresent();
  }
}
