package org.libstation.flow.drop;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropSight.SeenObject;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.PadTag.SecurityBit;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ScannedCode;
import org.libstation.flow.state.TagReading;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.ReturnFlow;

/// Runs the book drop. It accepts returns at any time, whoever stands in front of the station.
public final class DropFlow {
  private DropFlow() {}

  public static void tag(Turn turn, FlowEvent.TagArrived tag) {
    SeenObject fresh =
        new SeenObject(
            Optional.of(tag.uid()),
            nameless(tag.reading()),
            tag.security(),
            false,
            Optional.empty(),
            Optional.empty(),
            turn.at());
    if (tag.reading() instanceof TagReading.ItemTag item) {
      if (DropRows.waitsToBeWritten(turn, item.item())) {
        return;
      }
      Optional<ReturnRow> known = ReturnFlow.find(turn.drops, item.item());
      if (known.filter(row -> lies(row, tag.uid())).isPresent()) {
        // It is still in the reader's field, or a power cut interrupted its arming.
        ReturnFlow.further(turn, known.get(), tag.uid(), tag.security(), item);
        return;
      }
    }
    DropPassage.read(turn, fresh);
  }

  /// A card in the drop is lost property; its number is not kept.
  private static TagReading nameless(TagReading reading) {
    return reading instanceof TagReading.CardTag
        ? new TagReading.LeftCard(Optional.empty())
        : reading;
  }

  private static boolean lies(ReturnRow row, String uid) {
    boolean cut = row.tags().isEmpty() && row.arming() == ReturnRow.Arming.UNDER_WAY;
    return cut || row.tags().contains(uid);
  }

  /// Takes a barcode from a scanner in the drop, or in front of a book drop.
  public static void barcode(Turn turn, ScannedCode scan) {
    if (DropAsk.scanned(turn, scan)) {
      return;
    }
    switch (scan) {
      case ScannedCode.ItemCode(ItemId item) -> {
        if (ReturnFlow.find(turn.drops, item).isEmpty() && !DropRows.waitsToBeWritten(turn, item)) {
          DropPassage.read(
              turn,
              new SeenObject(
                  Optional.empty(),
                  new TagReading.ItemTag(item, 1, 1),
                  SecurityBit.ARMED,
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  turn.at()));
        }
      }
      case ScannedCode.Card _ -> hint(turn, Code.R13);
      case ScannedCode.Isbn _ -> hint(turn, Code.R12);
      case ScannedCode.BadCheck _ -> hint(turn, Code.R14);
      case ScannedCode.UnknownCode _ -> hint(turn, Code.R11);
    }
  }

  private static void hint(Turn turn, Code code) {
    DropPassage.hint(turn, code);
    turn.complain(code);
  }

  public static void tick(Turn turn) {
    DropPassage.tick(turn);
    DropAsk.tick(turn);
    DropPanelFlow.tick(turn);
    List<ReturnRow> unwritten =
        turn.drops.stream()
            .filter(DropRows::isUnwritten)
            .filter(row -> turn.over(row.since(), DropRows.WRITE_AGAIN))
            .toList();
    if (turn.station.writes()) {
      unwritten.forEach(row -> DropRows.writeAgain(turn, row));
    }
    turn.drops.replaceAll(row -> DropRows.setIncomplete(turn, row));
    List<ReturnRow> kept = SlipFlow.kept(turn);
    turn.drops.removeIf(
        row ->
            !row.working()
                && !DropRows.isUnwritten(row)
                && turn.over(row.since(), DropRows.SAME_ITEM)
                && !kept.contains(row));
    SlipFlow.tick(turn);
  }
}
