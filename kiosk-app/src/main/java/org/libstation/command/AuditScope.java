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

/// What an audit of one journal did not look at, and what no journal can tell: so that *agrees with
/// itself* is not read as *nothing is missing*.
///
/// @param missing what is known not to be there, a line each
/// @param unseen what was not looked at, a line each; never empty
record AuditScope(List<String> missing, List<String> unseen) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  AuditScope {
    missing = List.copyOf(missing);
    unseen = List.copyOf(unseen);
  }

  /// @param entries all of the journal, by number
  /// @param setAside the damaged journals beside it
  /// @param broken what the mark beside it says is wrong with it, until somebody answers
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
        unseen.add(name + ": of this older journal only the entries that were open came over");
      } else {
        missing.add(name + ": a damaged journal, not salvaged; nothing of it is in these sums");
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

  /// Numbers are given one after the other, and no entry is ever deleted. Of older journals only
  /// the open entries came over, under numbers of an older generation.
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
            "numbers %d to %d were given, and there are no such entries"
                .formatted(before + 1, number - 1));
      }
      before = Math.max(before, number);
    }
    return gaps;
  }

  private static String last(List<JournalEntry> entries, boolean marked) {
    String told =
        marked
            ? "whether the whole disk is an older copy only the central system knows; of the"
                + " journal alone the mark beside it tells (docs/backup.md)"
            : "there is no mark beside it: if the files are an older copy, or were cut, only the"
                + " central system knows";
    return entries.isEmpty()
        ? "anything: this journal is empty; " + told
        : "what was written after entry %d of %s: %s"
            .formatted(
                entries.getLast().number(), TIME.format(entries.getLast().at().wall()), told);
  }
}
