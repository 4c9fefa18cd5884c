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

/// A power cut fell between a return and the arming of its tag: what still lies before the reader
/// is armed now; of what does not, staff get a line once it was waited for.
///
/// Each is a row without a person that has no tag yet. [ReturnFlow#tick] ends the waiting.
public final class CutReturnFlow {
  private CutReturnFlow() {}

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

  /// A tag that lay on the pad when the reader came: the item's first, or a further one of its set.
  public static void arm(Turn turn, PadTag tag) {
    if (tag.reading() instanceof TagReading.ItemTag item) {
      turn.drops.stream()
          .filter(row -> row.how() == How.SEEN && row.entry().isPresent())
          .filter(row -> row.item().filter(item.item()::equals).isPresent())
          .findFirst()
          .ifPresent(row -> ReturnFlow.further(turn, row, tag.uid(), tag.security(), item));
    }
  }

  /// It is being lent: nobody waits for its tag to be armed any more.
  public static void forget(Turn turn, ItemId item) {
    turn.drops.removeIf(row -> waits(row, item));
  }

  private static boolean waits(ReturnRow row, ItemId item) {
    return row.arming() == Arming.UNDER_WAY
        && row.tags().isEmpty()
        && row.item().filter(item::equals).isPresent();
  }
}
