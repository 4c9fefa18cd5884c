package org.libstation.journal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.libstation.circulation.CirculationEvent.EntriesLost;
import org.libstation.file.DurableFiles;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark.StaffLine;

/// What could not be read of a damaged journal, written into the new one: a matter of staff until a
/// named person closes it.
final class UnreadEntries {
  /// So many items are named in a staff line; the rest are counted.
  private static final int MOST_NAMED = 40;

  private static final int FINGERPRINT = 8;
  private static final int BUFFER = 8192;

  private UnreadEntries() {}

  /// Writes it once a file.
  ///
  /// @return the number of the entry that tells it; empty when nothing is missing
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
            StaffLine.StaffReason.ENTRIES_LOST, words(what, entries, damaged.itemsLost()));
    return OptionalLong.of(
        into.append(NewEntry.of(what, Optional.empty(), List.of(line), List.of())));
  }

  /// Whether lending waits for this entry to be closed: it tells of a journal that was set aside in
  /// this directory.
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

  private static String words(EntriesLost what, Lost entries, Set<String> items) {
    StringBuilder words = new StringBuilder(what.journal());
    words.append(
        entries instanceof Lost.NoneKnown
            ? ": entries are all there, an unknown number of marks could not be read"
            : ": an unknown number of entries could not be read");
    if (what.atLeast() > 0) {
      words.append(", at least ").append(what.atLeast());
    }
    if (!items.isEmpty()) {
      words.append("; among them by the index: ");
      words.append(String.join(", ", items.stream().limit(MOST_NAMED).toList()));
      if (items.size() > MOST_NAMED) {
        words.append(" and ").append(items.size() - MOST_NAMED).append(" more");
      }
    }
    return words.toString();
  }

  /// Of what the disk gives of it.
  private static String fingerprint(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      } catch (IOException e) {
        // What was read until then tells it from others too.
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
