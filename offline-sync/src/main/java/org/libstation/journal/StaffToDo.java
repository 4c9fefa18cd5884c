package org.libstation.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemLook;

/// A task that a person must do: the open staff lines of one entry.
///
/// A line ends when a named person says what was done ([Mark.StaffDone]). If the station itself
/// closes the entry, only lines that handed it to staff end ([EntryState#handsOver]). The others
/// stay: a tag that was not armed is still not armed.
///
/// @param lines what staff were told, oldest first; never empty
public record StaffToDo(JournalEntry entry, List<Mark.StaffLine> lines) {
  public StaffToDo {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("there is no open staff task for entry " + entry.number());
    }
  }

  /// Returns the task for an entry; empty if there is none.
  public static Optional<StaffToDo> of(JournalEntry entry) {
    List<Mark.StaffLine> open = open(entry);
    return open.isEmpty() ? Optional.empty() : Optional.of(new StaffToDo(entry, open));
  }

  /// Returns the tasks for all of these entries, in their order.
  public static List<StaffToDo> of(Iterable<JournalEntry> entries) {
    List<StaffToDo> all = new ArrayList<>();
    entries.forEach(entry -> of(entry).ifPresent(all::add));
    return all;
  }

  /// Reports whether this line of the entry is still open.
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
        // The central system has booked an entry that the station closed itself. So the lines that
        // handed it to staff end; the others stay.
        case Mark.EntryClosed _ -> open.removeIf(line -> EntryState.handsOver(line.kind()));
        case Mark.Fine _, Mark.OfRequest _, Mark.Looked _, Mark.OfItem _, Mark.OfCard _ -> {
          // These are evidence; they ask for no work.
        }
      }
    }
    return open;
  }

  /// Returns the line that says what to do first: the newest that handed the entry over to staff,
  /// else the newest of all.
  public Mark.StaffLine main() {
    return lines.reversed().stream()
        .filter(line -> EntryState.handsOver(line.kind()))
        .findFirst()
        .orElse(lines.getLast());
  }

  /// Returns when the event happened: for an object or item handed over, when that was; for an
  /// emptied bin, when it was taken out; otherwise when the entry was written.
  public EventTime happened() {
    return switch (entry.what()) {
      case CirculationEvent.ItemReturned returned -> returned.handedOver();
      case CirculationEvent.ObjectDropped object -> object.handedOver();
      case CirculationEvent.BinEmptied bin -> bin.taken();
      case CirculationEvent.Ask _,
          CirculationEvent.LoanGiven _,
          CirculationEvent.MoneyTaken _,
          CirculationEvent.EntriesLost _ ->
          entry.at();
    };
  }

  /// Returns the item's title; empty text if it is not known.
  public String title() {
    return switch (entry.what()) {
      case CirculationEvent.LoanAsked(_, ItemLook before, _) -> before.title();
      case CirculationEvent.RenewAsked(_, var before) -> before.map(ItemLook::title).orElse("");
      case CirculationEvent.LoanGiven(_, _, String title, _) -> title;
      case CirculationEvent.ItemReturned _, CirculationEvent.NoMove _ -> "";
    };
  }

  /// Returns the marks that end this task. They must be written together.
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
