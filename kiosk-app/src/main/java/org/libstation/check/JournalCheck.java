package org.libstation.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libstation.circulation.CirculationEvent.EntriesLost;
import org.libstation.journal.EntryState;
import org.libstation.journal.EventKind;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.JournalBreak;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.SetAsideJournal;
import org.libstation.sync.Tally;
import org.libstation.sync.Tally.Fate;

/// Checks the journal: whether the file is sound, what waits and since when, what was refused, and
/// what is unknown. It also reports journals that were set aside, entries that a salvage could not
/// read, and the number of the last entry. It gives only counts, and does not disturb the station
/// that writes the journal.
public final class JournalCheck implements Check {
  private static final Duration OLD = Duration.ofHours(24);

  private final Path directory;
  private final List<Path> signs;
  private final InstantSource clock;

  /// @param signs files that exist only after a station with a journal has run
  public JournalCheck(Path directory, List<Path> signs, InstantSource clock) {
    this.directory = directory;
    this.signs = List.copyOf(signs);
    this.clock = clock;
  }

  @Override
  public String id() {
    return "journal";
  }

  @Override
  public Duration limit() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Verdict run() throws InterruptedException {
    Optional<Finding> wrongOne;
    try {
      wrongOne = JournalStore.broken(directory, signs, clock.instant()).map(JournalCheck::finding);
    } catch (JournalException e) {
      return unreadable(e.kind());
    }
    if (!Files.exists(directory.resolve(JournalFiles.FILE))) {
      return wrongOne.isEmpty()
          ? new Verdict.NotApplicable(CheckPhrase.of("told.journal.none"))
          : Verdict.of(CheckPhrase.of("told.journal.missing"), List.of(wrongOne.get()));
    }
    try (JournalReader reader = JournalStore.read(directory)) {
      if (!reader.isSound()) {
        return damaged("told.journal.UNSOUND");
      }
      return counted(reader, wrongOne);
    } catch (JournalException e) {
      return wrongOne
          .<Verdict>map(found -> Verdict.of(CheckPhrase.of("told.journal.unread"), List.of(found)))
          .orElseGet(() -> unreadable(e.kind()));
    }
  }

  private static Finding finding(JournalBreak found) {
    return switch (found.kind()) {
      case MISSING, EMPTIED, ANOTHER -> Finding.fault("G35", told(found));
      case OLDER -> Finding.fault("G36", told(found));
    };
  }

  private static CheckPhrase told(JournalBreak found) {
    String key = "told.journal.break." + found.kind();
    return found
        .lost()
        .map(last -> CheckPhrase.of(key + ".seen", last))
        .orElseGet(() -> CheckPhrase.of(key));
  }

  /// A journal that cannot be opened may still be sound, so this must not suggest a salvage of it.
  private static Verdict unreadable(JournalException.FaultKind kind) {
    return switch (kind) {
      case CORRUPT -> damaged("told.journal." + kind);
      case DISK_FULL, NEWER, OLD_FORM, IN_USE, KEY, KEY_MISSING, KEY_BOUND, READ_ONLY, IO, DISK ->
          Verdict.of(
              CheckPhrase.of("told.journal.unread"),
              List.of(Finding.fault("G37", CheckPhrase.of("told.journal." + kind))));
    };
  }

  private static Verdict damaged(String phrase) {
    return Verdict.of(
        CheckPhrase.of("told.journal.unread"),
        List.of(Finding.fault("G31", CheckPhrase.of(phrase))));
  }

  private Verdict counted(JournalReader reader, Optional<Finding> wrongOne)
      throws InterruptedException {
    Tally tally = new Tally();
    boolean lost = false;
    long oldest = Long.MAX_VALUE;
    long last = 0;
    for (JournalEntry entry : reader.each()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      tally.add(entry);
      last = entry.number();
      lost |= entry.what() instanceof EntriesLost && entry.state() != EntryState.CLOSED;
      if (waits(entry)) {
        oldest = Math.min(oldest, entry.at().corrected().toInstant().getEpochSecond());
      }
    }
    int open = tally.count(Fate.OPEN) + tally.count(Fate.UNKNOWN);
    Instant now = clock.instant();
    long minutes =
        oldest == Long.MAX_VALUE
            ? 0
            : Duration.between(Instant.ofEpochSecond(oldest), now).toMinutes();
    List<Finding> findings = new ArrayList<>();
    wrongOne.ifPresent(findings::add);
    if (minutes > OLD.toMinutes()) {
      findings.add(Finding.attention("G32", CheckPhrase.of("told.hours", minutes / 60)));
    }
    if (tally.count(Fate.WITH_STAFF) > 0) {
      findings.add(
          Finding.attention("G33", CheckPhrase.of("told.plain", tally.count(Fate.WITH_STAFF))));
    }
    List<SetAsideJournal> notLookedAt =
        JournalStore.setAside(directory).stream().filter(it -> !it.salvaged()).toList();
    if (!notLookedAt.isEmpty()) {
      findings.add(Finding.attention("G91", CheckPhrase.of("told.plain", names(notLookedAt))));
    }
    if (lost) {
      findings.add(
          Finding.attention(
              "G92", CheckPhrase.of("told.plain", tally.done(EventKind.ENTRIES_LOST))));
    }
    if (!tally.closes()) {
      findings.add(Finding.fault("G34", CheckPhrase.of("told.plain", tally.entries())));
    }
    return Verdict.of(
        CheckPhrase.parts(
            parts(tally, open),
            tally.entries(),
            open,
            minutes,
            tally.count(Fate.REFUSED),
            tally.count(Fate.UNKNOWN),
            tally.count(Fate.WITH_STAFF),
            last),
        findings);
  }

  /// Selects the parts of the message; counts of zero are left out.
  private static List<String> parts(Tally tally, int open) {
    if (tally.entries() == 0) {
      return List.of("told.journal.empty");
    }
    List<String> parts = new ArrayList<>(List.of("told.journal"));
    if (open > 0) {
      parts.add("told.journal.open");
    }
    if (tally.count(Fate.REFUSED) > 0) {
      parts.add("told.journal.refused");
    }
    if (tally.count(Fate.UNKNOWN) > 0) {
      parts.add("told.journal.unknown");
    }
    if (tally.count(Fate.WITH_STAFF) > 0) {
      parts.add("told.journal.staff");
    }
    parts.add("told.journal.last");
    return parts;
  }

  private static String names(List<SetAsideJournal> journals) {
    return journals.stream()
        .map(it -> String.valueOf(it.directory().getFileName()))
        .collect(Collectors.joining(", "));
  }

  private static boolean waits(JournalEntry entry) {
    EntryState state = entry.state();
    return state != EntryState.CLOSED && state != EntryState.WITH_STAFF;
  }
}
