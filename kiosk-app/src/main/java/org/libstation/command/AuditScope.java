package org.libstation.command;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent.EntriesLost;
import org.libstation.journal.EntryState;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.SetAsideJournal;

/// Lists what an audit of one journal did not check, and what no journal can show. It prevents that
/// *agrees with itself* is read as *nothing is missing*.
///
/// @param missing known gaps, one a line
/// @param unseen what was not checked, one a line; never empty
record AuditScope(List<String> missing, List<String> unseen) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  AuditScope {
    missing = List.copyOf(missing);
    unseen = List.copyOf(unseen);
  }

  /// @param entries all entries of the journal, by number
  /// @param setAside the damaged journals beside it
  /// @param broken the fault that the mark beside the journal shows, until a person has decided
  ///   about it
  /// @param marked whether there is such a mark
  static AuditScope of(
      List<JournalEntry> entries,
      List<SetAsideJournal> setAside,
      Optional<JournalBreak> broken,
      boolean marked) {
    List<String> missing = new ArrayList<>(broken.map(JournalBreak::words).stream().toList());
    List<String> unseen = new ArrayList<>();
    for (SetAsideJournal journal : setAside) {
      String name = String.valueOf(journal.directory().getFileName());
      if (journal.salvaged()) {
        unseen.add(name + ": only the open entries of this older journal were brought over");
      } else {
        missing.add(
            name + ": this damaged journal is not salvaged; its entries are not in these sums");
      }
    }
    for (JournalEntry entry : entries) {
      if (entry.what() instanceof EntriesLost lost) {
        (entry.state() == EntryState.CLOSED ? unseen : missing).add(words(entry, lost));
      }
    }
    missing.addAll(gaps(entries));
    unseen.add(last(entries, marked));
    unseen.add("the central system: not asked (--item asks it about one item)");
    return new AuditScope(missing, unseen);
  }

  private static String words(JournalEntry entry, EntriesLost lost) {
    String many = lost.atLeast() > 0 ? ", at least " + lost.atLeast() + "," : "";
    String closed =
        entry.marks().stream()
            .map(JournalEntry.Noted::mark)
            .filter(Mark.EntryClosed.class::isInstance)
            .map(mark -> "closed by " + ((Mark.EntryClosed) mark).by())
            .findFirst()
            .orElse("nobody has closed this yet");
    return "entry %d: an unknown number%s of entries of %s could not be read; %s"
        .formatted(entry.number(), many, lost.journal(), closed);
  }

  /// Finds missing numbers: numbers are consecutive and no entry is ever deleted. From older
  /// journals only the open entries were carried over, under numbers of an older generation.
  private static List<String> gaps(List<JournalEntry> entries) {
    List<String> gaps = new ArrayList<>();
    if (entries.isEmpty()) {
      return gaps;
    }
    long before = SetAsideJournal.beginOf(entries.getLast().number());
    for (JournalEntry entry : entries) {
      long number = entry.number();
      if (number > before + 1) {
        gaps.add(
            "the numbers %d to %d were assigned, but these entries do not exist"
                .formatted(before + 1, number - 1));
      }
      before = Math.max(before, number);
    }
    return gaps;
  }

  private static String last(List<JournalEntry> entries, boolean marked) {
    String told =
        marked
            ? "only the central system can show whether the whole disk is an older copy; the mark"
                + " beside the journal shows it for the journal alone (docs/administrator/backup.md)"
            : "there is no mark beside the journal: only the central system can show whether the"
                + " files are an older copy or were cut";
    return entries.isEmpty()
        ? "anything: this journal is empty; " + told
        : "what was written after entry %d of %s: %s"
            .formatted(
                entries.getLast().number(), TIME.format(entries.getLast().at().wall()), told);
  }
}
