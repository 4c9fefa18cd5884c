package org.libstation.journal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.libstation.circulation.CirculationEvent.EntriesLost;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.file.DurableFiles;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark.StaffLine;

/// Writes into the new journal what could not be read of a damaged one. It is a staff matter until
/// a named person closes it.
final class UnreadEntries {
  /// How many items a staff line names; the others are only counted.
  private static final int MOST_NAMED = 40;

  private static final int FINGERPRINT = 8;
  private static final int BUFFER = 8192;

  private UnreadEntries() {}

  /// Writes the entry, once for each damaged file.
  ///
  /// @return the number of that entry; empty if nothing is missing
  static OptionalLong tell(Path corruptFile, DamagedJournal damaged, SqliteJournal into) {
    Lost entries = damaged.entriesLost();
    Lost marks = damaged.marksLost();
    if (entries instanceof Lost.NoneKnown && marks instanceof Lost.NoneKnown) {
      return OptionalLong.empty();
    }
    long atLeast = entries instanceof Lost.LossUnknown(long known) ? known : 0;
    EntriesLost what = new EntriesLost(name(corruptFile), fingerprint(corruptFile), atLeast);
    Optional<JournalEntry> told = into.about(what.item());
    if (told.isPresent()) {
      return OptionalLong.of(told.get().number());
    }
    StaffLine line =
        new StaffLine(
            StaffLine.StaffReason.ENTRIES_LOST, notes(what, entries, damaged.itemsLost()));
    return OptionalLong.of(
        into.append(NewEntry.of(what, Optional.empty(), List.of(line), List.of())));
  }

  /// Returns the damaged journal for which lending waits until this entry is closed; empty if
  /// lending does not wait. Lending waits only for a journal that was set aside in this directory.
  static Optional<Path> calls(Path directory, JournalEntry open) {
    return open.what() instanceof EntriesLost lost
            && Files.isDirectory(directory.resolve(lost.journal()))
        ? Optional.of(directory.resolve(lost.journal()).resolve(JournalFiles.FILE))
        : Optional.empty();
  }

  private static String name(Path file) {
    return SetAsideFiles.isSetAside(file)
        ? DurableFiles.directoryOf(file).getFileName().toString()
        : file.toAbsolutePath().normalize().toString();
  }

  private static List<TaskNote> notes(EntriesLost what, Lost entries, Set<String> items) {
    List<TaskNote> notes = new ArrayList<>();
    notes.add(
        TaskNote.of(
            entries instanceof Lost.NoneKnown
                ? TaskNoteCode.MARKS_UNREADABLE
                : TaskNoteCode.ENTRIES_UNREADABLE,
            what.journal()));
    if (what.atLeast() > 0) {
      notes.add(TaskNote.of(TaskNoteCode.AT_LEAST, what.atLeast()));
    }
    if (!items.isEmpty()) {
      notes.add(
          TaskNote.of(
              TaskNoteCode.AMONG_THEM,
              String.join(", ", items.stream().limit(MOST_NAMED).toList())));
    }
    if (items.size() > MOST_NAMED) {
      notes.add(TaskNote.of(TaskNoteCode.AND_MORE, items.size() - MOST_NAMED));
    }
    return notes;
  }

  /// Computes a fingerprint of the part of the file that the disk can still read.
  private static String fingerprint(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      } catch (IOException e) {
        // What was read until then also distinguishes this file from others.
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
