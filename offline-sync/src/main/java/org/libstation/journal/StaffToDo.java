package org.libstation.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemLook;

/// Something that a person must put right: the staff lines of one entry that nobody has dealt with
/// yet.
///
/// A line ends when a named person says what was done ([Mark.StaffDone]). Until then it stays, also
/// when its entry was settled meanwhile: the tag that was not armed is still not armed.
///
/// @param entry whose lines they are
/// @param lines what staff were told, oldest first; never empty
public record StaffToDo(JournalEntry entry, List<Mark.StaffLine> lines) {
  public StaffToDo {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("nothing is to be done about entry " + entry.number());
    }
  }

  /// What is to be done about an entry; empty when nothing is.
  public static Optional<StaffToDo> of(JournalEntry entry) {
    List<Mark.StaffLine> open = open(entry);
    return open.isEmpty() ? Optional.empty() : Optional.of(new StaffToDo(entry, open));
  }

  /// What is to be done about all of these, in their order.
  public static List<StaffToDo> of(Iterable<JournalEntry> entries) {
    List<StaffToDo> all = new ArrayList<>();
    entries.forEach(entry -> of(entry).ifPresent(all::add));
    return all;
  }

  /// Whether nobody has dealt with this line of the entry yet.
  static boolean isOpen(JournalEntry entry, Mark.StaffLine line) {
    return open(entry).contains(line);
  }

  private static List<Mark.StaffLine> open(JournalEntry entry) {
    List<Mark.StaffLine> open = new ArrayList<>();
    for (JournalEntry.Noted noted : entry.marks()) {
      switch (noted.mark()) {
        case Mark.StaffLine line -> open.add(line);
        case Mark.StaffDone _ -> open.clear();
        case Mark.EntryClosed(var reason, _)
            when reason == Mark.EntryClosed.ClosingReason.BY_STAFF ->
            open.clear();
        // What the station closed itself is booked: only what concerns the book stays.
        case Mark.EntryClosed _ -> open.removeIf(line -> EntryState.handsOver(line.kind()));
        case Mark.Fine _, Mark.OfRequest _, Mark.Looked _, Mark.OfItem _, Mark.OfCard _ -> {
          // Evidence; it asks nobody for anything.
        }
      }
    }
    return open;
  }

  /// The line that says what to do first: one that took the entry out of the station's hands, else
  /// the newest.
  public Mark.StaffLine main() {
    return lines.reversed().stream()
        .filter(line -> EntryState.handsOver(line.kind()))
        .findFirst()
        .orElse(lines.getLast());
  }

  /// When it happened: what came back when it was handed over, all else when it was written.
  public EventTime happened() {
    return switch (entry.what()) {
      case CirculationEvent.ItemReturned returned -> returned.handedOver();
      case CirculationEvent.ObjectDropped object -> object.handedOver();
      case CirculationEvent.BinEmptied bin -> bin.taken();
      case CirculationEvent.LoanAsked _,
          CirculationEvent.LoanGiven _,
          CirculationEvent.RenewAsked _,
          CirculationEvent.HoldAsked _,
          CirculationEvent.PaymentAsked _,
          CirculationEvent.MoneyTaken _,
          CirculationEvent.EntriesLost _ ->
          entry.at();
    };
  }

  /// The item's title; empty text when it was not known.
  public String title() {
    return switch (entry.what()) {
      case CirculationEvent.LoanAsked(_, ItemLook before, _) -> before.title();
      case CirculationEvent.RenewAsked(_, var before) -> before.map(ItemLook::title).orElse("");
      case CirculationEvent.LoanGiven(_, _, String title, _) -> title;
      case CirculationEvent.ItemReturned _,
          CirculationEvent.HoldAsked _,
          CirculationEvent.PaymentAsked _,
          CirculationEvent.MoneyTaken _,
          CirculationEvent.ObjectDropped _,
          CirculationEvent.BinEmptied _,
          CirculationEvent.EntriesLost _ ->
          "";
    };
  }

  /// What closes it, written as one.
  ///
  /// @param by the name of the person who put it right
  /// @param reason how, in that person's words
  public List<Mark> closing(String by, String reason) {
    Mark done = new Mark.StaffDone(by, reason);
    return entry.state() == EntryState.WITH_STAFF
        ? List.of(done, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.BY_STAFF, by))
        : List.of(done);
  }
}
