package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.lab.scenario.ScenarioStage.ObservedState;
import org.libstation.station.driven.ScenarioProblem;

/// Records how much a station had written to its journal and its staff log, and finds what came
/// since. Entries have the words of the table in `docs/patron-services/book-drop.md`: `return`,
/// `object T21`, `identified by patron`, `set incomplete`, `finding R17`, `bin gone`, `note R16`,
/// or `nothing`.
///
/// @param marks number of marks of each entry
/// @param notes number of notes of a disturbed drop in the staff log
record Written(Map<Long, Integer> marks, int notes) {
  static final Written NOTHING = new Written(Map.of(), 0);

  private static final Pattern NOTE =
      Pattern.compile(StaffNote.DROP_DISTURBED + " ([A-Z]\\d\\d)\\b");

  Written {
    marks = Map.copyOf(marks);
  }

  /// How much the station in this directory has written now.
  static Written of(Path station) throws ScenarioProblem {
    Map<Long, Integer> marks = new HashMap<>();
    Ledgers.journal(station).forEach(entry -> marks.put(entry.number(), entry.marks().size()));
    return new Written(marks, notes(station).size());
  }

  /// Compares the entries written since with the expected words.
  ObservedState since(Path station, String expected) throws ScenarioProblem {
    List<String> words = new ArrayList<>();
    // A staff line about a settled return is a separate entry, but no second return.
    Set<String> returns = new HashSet<>();
    for (JournalEntry entry : Ledgers.journal(station)) {
      boolean again =
          entry.what() instanceof CirculationEvent.ItemReturned back
              && !returns.add(back.item() + " " + back.handedOver());
      if (!again && !marks.containsKey(entry.number())) {
        word(entry).ifPresent(words::add);
      }
    }
    for (JournalEntry entry : Ledgers.journal(station)) {
      entry.marks().stream()
          .skip(marks.getOrDefault(entry.number(), 0))
          .forEach(noted -> word(noted.mark()).ifPresent(words::add));
    }
    words.addAll(notes(station).stream().skip(notes).toList());
    String seen = words.isEmpty() ? "nothing" : String.join(", ", words);
    return new ObservedState(seen.equals(expected), seen);
  }

  private static Optional<String> word(JournalEntry entry) {
    return switch (entry.what()) {
      case CirculationEvent.ItemReturned _ ->
          Optional.of(
              entry.marks().stream()
                  .map(JournalEntry.Noted::mark)
                  .filter(Mark.ReturnIdentified.class::isInstance)
                  .map(mark -> "identified by " + ((Mark.ReturnIdentified) mark).by())
                  .findFirst()
                  .orElse("return"));
      case CirculationEvent.ObjectDropped object ->
          Optional.of(("object " + object.sign()).strip());
      case CirculationEvent.BinEmptied bin ->
          Optional.of(bin.by().isEmpty() ? "bin gone" : "bin emptied");
      case CirculationEvent.EntriesLost _ -> Optional.of("entries lost");
      case CirculationEvent.Ask _, CirculationEvent.LoanGiven _, CirculationEvent.MoneyTaken _ ->
          Optional.empty();
    };
  }

  private static Optional<String> word(Mark mark) {
    if (!(mark instanceof Mark.StaffLine(var kind, var notes))) {
      return Optional.empty();
    }
    if (kind == Mark.StaffLine.StaffReason.SET_INCOMPLETE) {
      return Optional.of("set incomplete");
    }
    return kind == Mark.StaffLine.StaffReason.FINDING
        ? notes.stream()
            .filter(note -> note.code() == TaskNoteCode.CODE)
            .map(note -> "finding " + note.values().getFirst())
            .findFirst()
        : Optional.empty();
  }

  /// Notes of a disturbed drop, in order.
  private static List<String> notes(Path station) throws ScenarioProblem {
    Path log = station.resolve("logs").resolve("staff.log");
    if (!Files.exists(log)) {
      return List.of();
    }
    try {
      return NOTE.matcher(Files.readString(log))
          .results()
          .map(it -> "note " + it.group(1))
          .toList();
    } catch (IOException e) {
      throw new ScenarioProblem(log + " cannot be read: " + e.getMessage());
    }
  }
}
